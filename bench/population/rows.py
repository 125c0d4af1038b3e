"""rows.py BUILD PERSONS...: synthetic populations through one set of rules: ours, a hand-written loop, OpenFisca.

Prints a row for each pair: what, unit, ours, peer, the peer's figure. The files are made from a seed and thrown away.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent


def output_of(words):
    return subprocess.run(words, capture_output=True, text=True, cwd=TOP, check=True).stdout


def rows(build, divisions, persons):
    with tempfile.TemporaryDirectory(prefix="bench-", dir=TOP / "build") as folder:
        file = Path(folder) / "population"
        output_of([build / "anmin", "population", "generate", "--out", file, "--divisions", divisions,
                   "--as-of", "2025-03-31", "--persons", persons, "--seed", "1"])
        said = output_of([TOP / "tools" / "bench-openfisca", file]).splitlines()
    measured = [line.split("\t") for line in said if line.count("\t") == 4]
    ours = next(row[2] for row in measured if "grouped, 1 thread(s): compiled" in row[0])
    other = json.loads(said[-1])
    memory = next(row[2] for row in measured if "peak memory" in row[0])
    return [*measured,
            (f"{persons} persons: peak memory", "MiB", memory, "OpenFisca-core", str(other["memory"])),
            (f"{persons} persons, grouped, 1 thread: compiled model, exact", "s", ours,
             f"OpenFisca-core, {other['dtype']}, after {other['loading']:.1f} s of loading", str(other["seconds"]))]


def main():
    divisions = output_of([TOP / "tools" / "divisions"]).strip()
    for persons in sys.argv[2:]:
        for row in rows(Path(sys.argv[1]), divisions, persons):
            print("\t".join(row), flush=True)


if __name__ == "__main__":
    main()
