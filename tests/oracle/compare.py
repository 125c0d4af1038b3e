#!/usr/bin/env python3
"""compare.py PROGRAM PORT EVALUATIONS SEED: random models through Anmin and through the engine at PORT.

Ends well when every difference is one that differences.json explains. A difference is explained by an entry whose
`when` (a regular expression) is found in "MODEL | ours | theirs" for the part that differs.
"""
import http.client
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

from generate import Maker

CASES = 100  # evaluations of one model
HERE = Path(__file__).resolve().parent


def ours(program, model, cases):
    with tempfile.NamedTemporaryFile("w", suffix=".dmn", encoding="utf-8") as file:
        file.write(model)
        file.flush()
        done = subprocess.run([program, "decide", file.name, "--input", "-", "--format", "json"],
                              input=json.dumps({"cases": cases}), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"E-TEST-005 {done.stderr}\n{model}")
    return json.loads(done.stdout, parse_float=Decimal, parse_int=Decimal)["answers"][0]["value"]


def theirs(connection, model, cases):
    connection.request("POST", "/jitdmn", json.dumps({"model": model, "context": {"cases": cases}}),
                       {"Content-Type": "application/json"})
    answer = connection.getresponse().read()
    read = json.loads(answer, parse_float=Decimal, parse_int=Decimal)
    return read["out"] if isinstance(read, dict) and "out" in read else f"refused: {answer[:300]}"


def same(left, right):
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return type(left) is type(right) and left == right


def differing(texts, mine, other):
    """(text, ours, theirs) of what differs first in one evaluation; later entries may only follow from it."""
    if isinstance(mine, dict) and other is None:
        return "whole context", sorted(mine.items()), None
    for name, text in texts:
        left, right = (mine.get(name), other.get(name)) if name else (mine, other)
        if not same(left, right):
            return text, left, right
    return None


def main():
    program, port, wanted, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    entries = json.loads((HERE / "differences.json").read_text(encoding="utf-8"))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    done, explained, unexplained = 0, Counter(), []
    while done < wanted:
        maker = Maker(seed + done)
        model, texts = maker.model()
        cases = [maker.case(texts[0][0] != "") for _ in range(CASES)]
        mine, other = ours(program, model, cases), theirs(connection, model, cases)
        if not isinstance(other, list):
            unexplained.append(f"{texts} | - | {other}")
            continue
        for one, two, case in zip(mine, other, cases):
            found = differing(texts, one, two)
            if not found:
                continue
            line = "%s | %s | %s" % (found[0], json.dumps(found[1], default=float, ensure_ascii=False), json.dumps(found[2], default=float, ensure_ascii=False))
            entry = next((each["name"] for each in entries if re.search(each["when"], line)), None)
            if entry:
                explained[entry] += 1
            else:
                unexplained.append(f"{line}\n    {json.dumps(case, ensure_ascii=False)}")
        done += CASES
    for name, count in explained.most_common():
        print(f"explained {count:6} {name}")
    seen = set()
    for line in unexplained:
        if (text := line.split(" | ")[0]) not in seen and len(seen) < 20:
            seen.add(text)
            print(f"E-TEST-005 not explained: {line}")
    print(f"oracle: {done} evaluations, {sum(explained.values())} explained, {len(unexplained)} not")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
