"""What the checks know about source text: tracked files, text without comments, what a file includes."""
import hashlib
import os
import re
import subprocess
from pathlib import Path

SKIPPED = {".git", "build", "data", "node_modules", "dist", "__pycache__"}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s"]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'", re.DOTALL)


def files(root, *suffixes):
    """The files of the tree: tracked or new, never ignored ones. Outside of git, all but build results."""
    root = Path(root)
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-co", "--exclude-standard", "-z", "."],
                            capture_output=True, text=True, check=False) if (root / ".git").exists() else None
    if listed is not None and listed.returncode == 0:
        paths = [root / name for name in listed.stdout.split("\0") if name]
    else:
        paths = [Path(at) / name for at, folders, names in os.walk(root)
                 if not folders.sort() and not SKIPPED & set(Path(at).relative_to(root).parts) for name in names]
    return sorted(path for path in paths
                  if path.is_file() and (not suffixes or path.name.endswith(suffixes)))


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    """C++ or TypeScript text with comments made blank; lines and columns stay."""
    return _TOKEN.sub(lambda found: _blank(found[0]) if found[0].startswith("/") else found[0], text)


def only_code(text):
    """As above, with the inside of string and character literals made blank too."""
    return _TOKEN.sub(lambda found: _blank(found[0]) if found[0].startswith("/")
                      else found[0][0] + _blank(found[0][1:-1]) + found[0][-1], text)


def include_folders(root):
    """Where `#include "room/x.h"` is looked up: every shelf, and src itself for the shelf that is a room."""
    return [Path(root) / "src", *sorted(path for path in (Path(root) / "src").iterdir() if path.is_dir())]


def find_include(root, name):
    for folder in include_folders(root):
        if (folder / name).is_file():
            return folder / name
    return None


def digest(root, path, extra="", memory=None):
    """A digest of a file and of everything of ours that it includes: same digest, same outcome."""
    memory = {} if memory is None else memory
    total = hashlib.sha256(extra.encode())
    waiting, seen = [Path(path)], set()
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        if here not in memory:
            text = here.read_text(encoding="utf-8")
            memory[here] = (text, [found for name in INCLUDE.findall(text)
                                   if (found := find_include(root, name))])
        waiting.extend(memory[here][1])
    for here in sorted(seen):
        total.update(f"{here.relative_to(root)}\0{memory[here][0]}\0".encode())
    return total.hexdigest()
