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
PLAYWRIGHT = (sys.executable, "-m", "playwright")

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
    return _machines_own() or _playwrights_own()


def install() -> None:
    """Install what is missing of browser, Chinese font and Playwright's libraries.

    Raises CalledProcessError where there is no browser and none can be had.
    """
    missing = {
        "chromium": _machines_own() is None,
        "fonts-noto-cjk": not _shows_chinese(),
        "libatomic1": not _playwright_starts(),
    }
    if any(missing.values()) and _may_use_apt():
        _apt("update")
        _apt("install", "-y", "--no-install-recommends", *(package for package in missing if missing[package]))
    if find() is None:
        subprocess.run([*PLAYWRIGHT, "install", "chromium"], check=True)


def _apt(*arguments: str) -> None:
    """Run apt-get unasked; whether it helped shows in what is there afterwards."""
    unasked = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", *arguments], env=unasked, stdout=subprocess.DEVNULL, check=False)


def _machines_own() -> Path | None:
    on_path = (shutil.which(command) for command in COMMANDS)
    applications = (application for application in MAC_APPLICATIONS if application.exists())
    return next((Path(found) for found in (*on_path, *applications) if found), None)


def _playwrights_own() -> Path | None:
    if not _playwright_starts():
        return None
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def _playwright_starts() -> bool:
    return subprocess.run([*PLAYWRIGHT, "--version"], capture_output=True, check=False).returncode == 0


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
