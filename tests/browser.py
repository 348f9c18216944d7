"""The browser for page tests: find one, or install one.

`python -m tests.browser` makes sure that there are a Chromium and a font with Chinese characters: what the machine has
comes first, then Debian's packages where this user may install them, then Playwright's own download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPLICATIONS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
FONT_PACKAGE = "fonts-noto-cjk"

# A browser for tests looks nothing up: no updates, no first-run pages, no field trials. The sandbox needs a user
# that is not root.
ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    *(("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()),
)


def find() -> Path | None:
    """The browser's program: the machine's own, else Playwright's, else None."""
    for command in COMMANDS:
        if on_path := shutil.which(command):
            return Path(on_path)
    for application in (*MAC_APPLICATIONS, _playwrights_own()):
        if application.exists():
            return application
    return None


def install() -> None:
    """Install what is missing of browser and Chinese font; raises CalledProcessError where nothing works."""
    browser_missing, font_missing = find() is None, not _shows_chinese()
    if (browser_missing or font_missing) and _may_use_apt():
        packages = [*(["chromium"] if browser_missing else []), *([FONT_PACKAGE] if font_missing else [])]
        quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "-q", "update"], env=quietly, check=False)
        subprocess.run(
            ["apt-get", "-q", "install", "-y", "--no-install-recommends", *packages], env=quietly, check=False
        )
    if find() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def _playwrights_own() -> Path:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _shows_chinese() -> bool:
    """Whether a font with Chinese characters is installed; where fontconfig is absent, the system brings its own."""
    if shutil.which("fc-list") is None:
        return sys.platform != "linux"
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=True)
    return bool(listed.stdout.strip())


def _may_use_apt() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


if __name__ == "__main__":
    install()
    print(find())
