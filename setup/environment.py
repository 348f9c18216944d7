"""Make `.venv` hold exactly what the lock files name.

    python3.11 setup/environment.py         the program
    python3.11 setup/environment.py --dev   and what tests and lint need
    python3.11 setup/environment.py --llm   and what runs the local chat model

Needs nothing but Python 3.11 with venv. A stamp in `.venv` names what was installed: while it still holds, this neither
starts an installer nor opens a connection.
"""

from __future__ import annotations

import ast
import hashlib
import os
import platform
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UV = "uv==0.13.9"
LOCK = ROOT / "requirements.lock"
ADDED = {"--dev": ROOT / "requirements-dev.lock", "--llm": ROOT / "requirements-llm.lock"}

# What pip has been told about where packages come from, uv is told too.
PIP_TO_UV = {"find-links": "UV_FIND_LINKS", "index-url": "UV_DEFAULT_INDEX", "cert": "SSL_CERT_FILE"}


def main(arguments: list[str]) -> None:
    """Install what is missing; raises CalledProcessError with the installer's words above it."""
    asked = [argument for argument in arguments if argument in ADDED]
    locks = [LOCK, *(ADDED[argument] for argument in asked)]
    stamp = VENV / "".join(["installed", *(argument.removeprefix("-") for argument in asked)])
    if stamp.exists() and stamp.read_text() == fingerprint(locks):
        return
    if not has_pip():
        say("建立 .venv")
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", UV], check=True)
    environment = uv_environment()
    install_torch(environment)
    say("安装依赖")
    requirements = [part for lock in locks for part in ("--requirement", lock)]
    uv("install", "--no-deps", "--compile-bytecode", *requirements, environment=environment)
    uv("check", environment=environment)
    stamp.write_text(fingerprint(locks))


def fingerprint(locks: list[Path]) -> str:
    """What a finished installation depends on: this script, the lock files, torch's pin, the interpreter."""
    read = [Path(__file__).read_bytes(), *(lock.read_bytes() for lock in locks), torch_pin().encode()]
    digest = hashlib.sha256(b"\0".join(read)).hexdigest()
    return f"{digest} {interpreter()}\n"


def interpreter() -> str:
    """The environment's interpreter, or '' where there is none that starts."""
    asked = [PYTHON, "-c", "import sys; print(sys.version.split()[0], sys.base_prefix)"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() if PYTHON.exists() else ""


def has_pip() -> bool:
    """Whether the environment has an interpreter that starts and knows pip."""
    asked = [PYTHON, "-m", "pip", "--version"]
    return PYTHON.exists() and subprocess.run(asked, capture_output=True, check=False).returncode == 0


def torch_pin() -> str:
    """The one line of pyproject.toml's dependencies that names torch, such as 'torch==2.13.0'."""
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    return next(dependency for dependency in dependencies if dependency.startswith("torch=="))


def install_torch(environment: dict[str, str]) -> None:
    """Put torch in, without the CUDA libraries wherever the machine can get such a build.

    On Linux the package index serves a build that needs several gigabytes of CUDA libraries, so first the places that
    pip was told to look in are asked for a `+cpu` wheel, then PyTorch's own index; what is left works, but is large.
    """
    pin = torch_pin()
    if f"{pin}+cpu" in installed(environment) or pin in installed(environment):
        return
    if platform.system() == "Linux":
        unhurried = {**environment, "UV_HTTP_CONNECT_TIMEOUT": "10", "UV_HTTP_RETRIES": "1"}
        for source in ([f"{pin}+cpu", "--no-index"], [pin, "--torch-backend=cpu"]):
            say(f"安装 {' '.join(source)}")
            if uv("install", "--no-deps", "--compile-bytecode", *source, environment=unhurried, check=False):
                return
    say(f"安装 {pin}")
    uv("install", "--compile-bytecode", pin, "--constraints", LOCK, environment=environment)


def installed(environment: dict[str, str]) -> list[str]:
    """The lines of `uv pip freeze`, such as 'torch==2.13.0+cpu'."""
    asked = [VENV / "bin" / "uv", "pip", "freeze", "--python", PYTHON]
    return subprocess.run(asked, env=environment, capture_output=True, text=True, check=True).stdout.split()


def uv_environment() -> dict[str, str]:
    """This process's environment, with pip's settings (environment and files) in uv's words."""
    asked = [PYTHON, "-m", "pip", "config", "list"]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return {**in_uvs_words(told), **os.environ}


def in_uvs_words(told: str) -> dict[str, str]:
    """The lines of `pip config list` (such as `global.find-links='/a /b'`) as uv's variables.

    pip lists what its environment says (`:env:.`) before what its files say, and the first one counts.
    """
    variables: dict[str, str] = {}
    for line in told.splitlines():
        key, _, value = line.partition("=")
        name = PIP_TO_UV.get(key.rpartition(".")[2])
        if name:
            variables.setdefault(name, ",".join(ast.literal_eval(value).split()))
    return {name: value for name, value in variables.items() if value}


def uv(verb: str, *arguments: str | Path, environment: dict[str, str], check: bool = True) -> bool:
    """`uv pip VERB` on the environment; says whether it worked, and is silent about a failure that may be."""
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    command = [VENV / "bin" / "uv", "pip", verb, *quiet, "--python", PYTHON, *arguments]
    return subprocess.run(command, env=environment, capture_output=not check, check=check).returncode == 0


def say(step: str) -> None:
    print(f"{step} …", flush=True)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except subprocess.CalledProcessError as error:
        sys.exit(f"环境没有装好：{' '.join(map(str, error.cmd))} 退出码 {error.returncode}")
