"""What a killed run left in memory is removed by the next, and nothing else is."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support import folders


def test_only_folders_of_runs_that_are_gone_are_removed(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    gone, mine = f"{folders.NAME}{ended.pid}-abc", f"{folders.NAME}{os.getpid()}-abc"
    others = (f"{folders.NAME}1-abc", f"{folders.NAME}x-abc", "groundwork-pg-abc")
    for name in (gone, mine, *others):
        (tmp_path / name / "inside").mkdir(parents=True)
    folders.remove_left(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {mine, *others}


def test_a_run_works_in_a_folder_named_after_its_process(run_folder: Path) -> None:
    assert run_folder.name.startswith(f"{folders.NAME}{os.getpid()}-")
