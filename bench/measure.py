"""Measuring a command as a cold process: what the kernel accounts for it and its children."""

import os
import pathlib
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Figures:
    """Medians of several runs."""
    wall: float   # seconds
    cpu: float    # seconds, user and system, of all its threads and processes
    peak: float   # megabytes of the largest process
    runs: int
    size: int = 0   # bytes made
    pages: int = 0
    log: str = ""   # what the last run printed

    @property
    def cores(self):
        """Processors busy on average."""
        return self.cpu / self.wall if self.wall else 0.0


def run_once(command, timeout, **options):
    """(wall, cpu, peak, what was printed) of one run; None when it fails or takes too long."""
    with tempfile.TemporaryFile() as log:
        begin = time.perf_counter()
        process = subprocess.Popen([str(word) for word in command], stdout=log, stderr=log,
                                   stdin=subprocess.DEVNULL, start_new_session=True, **options)
        try:
            while True:
                pid, status, usage = os.wait4(process.pid, os.WNOHANG)
                if pid:
                    break
                if time.perf_counter() - begin > timeout:
                    os.killpg(process.pid, 9)
                    os.wait4(process.pid, 0)
                    return None
                time.sleep(0.0005)
        except KeyboardInterrupt:
            os.killpg(process.pid, 9)
            raise
        wall = time.perf_counter() - begin
        process.returncode = status
        log.seek(0)
        text = log.read().decode(errors="replace")
    if status:
        return None
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def measure(command, runs=5, timeout=60, output=None, **options):
    """Medians of `runs` runs after one that is not counted where there are several; None when one fails. `output` is the file
    or folder whose size is taken."""
    if runs > 1 and run_once(command, timeout, **options) is None:
        return None
    results = [run_once(command, timeout, **options) for _ in range(runs)]
    if None in results:
        return None
    wall, cpu, peak = (statistics.median(column) for column in list(zip(*results))[:3])
    return Figures(wall, cpu, peak, runs, size_of(output) if output else 0, log=results[-1][3])


def size_of(path):
    path = pathlib.Path(path)
    if path.is_dir():
        return sum(child.stat().st_size for child in path.iterdir() if child.is_file())
    return path.stat().st_size if path.exists() else 0
