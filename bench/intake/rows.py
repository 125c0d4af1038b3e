"""Rows for tools/bench: `anmin intake --format json`, from bytes in a file to its output, beside a plain jieba
segmentation of the same bytes (in an environment of its own), by the processor time of one core.

    rows.py PROGRAM FILE...
"""
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = TOP / "build" / "bench" / "jieba"
PEER = """
import resource, sys, jieba
jieba.initialize()
text = open(sys.argv[1], "rb").read().decode("utf-8", "replace")
def spent():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
before = spent()
print(sum(1 for _ in jieba.cut(text)) and spent() - before)
"""


def peer():
    """The interpreter that has jieba; made once."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.is_file():
        subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "jieba==0.42.1"], check=True)
    return python


def ours(program, path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(os.devnull, "wb") as nowhere:
        subprocess.run([program, "intake", "--format", "json", path], stdout=nowhere, check=True, cwd=TOP)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    program, *files = sys.argv[1:]
    texts = b"\n\n".join(Path(name).read_bytes() for name in files)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "five.txt"
        path.write_bytes(b"\n\n".join([texts] * (5_000_000 // len(texts) + 1)))
        size = path.stat().st_size / 1e6
        theirs = [float(subprocess.run([peer(), "-c", PEER, path], capture_output=True, text=True, check=True).stdout)]
        own = min(ours(program, path) for _ in range(3))
    print(f"intake --format json, {size:.1f} MB in one file, one core\tMB/s\t{size / own}\t"
          f"jieba segmentation alone\t{size / theirs[0]}")


if __name__ == "__main__":
    main()
