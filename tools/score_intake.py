"""Measures what `anmin intake --format json` read against labelled texts; used by tools/score.

Texts are compared folded (NFKC, no blanks), so that widths and line breaks cost nothing. Task texts are matched on
characters: an item is found when 60 % of its characters are covered, a proposed one is spurious when under half of it
lies in a labelled one. Behind the tasks stand the other fields of a reading.
"""
import difflib
import json
import unicodedata
from collections import Counter


def fold(text):
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def parts(reading):
    return reading.get("documents", [reading]) if reading else []


def covered(text, body):
    """The characters of the folded body that a task's text stands for."""
    own = fold(text)
    start = body.find(own)
    if start >= 0:
        return set(range(start, start + len(own)))
    blocks = difflib.SequenceMatcher(None, body, own, autojunk=False).get_matching_blocks()
    found = {at for block in blocks if block.size >= 6 for at in range(block.a, block.a + block.size)}
    return found if len(found) >= 0.6 * max(1, len(own)) else set()


def likeness(one, other):
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() if one or other else 1.0


def items_of(part, body):
    return [(covered(task["text"], body), task) for task in part.get("tasks", [])]


def union(items):
    return set().union(*(place for place, _ in items)) if items else set()


def overlapping(items, place):
    return [task for own, task in items if place and len(place & own) >= 0.5 * len(place)]


def count_tasks(gold, read, body, sums):
    """Adds what the tasks of one document give; returns (found, spurious) of it."""
    labelled, proposed = items_of(gold, body), items_of(read, body)
    wanted, got = union(labelled), union(proposed)
    found = sum(bool(place) and len(place & got) >= 0.6 * len(place) for place, _ in labelled)
    spurious = sum(not place or len(place & wanted) < 0.5 * len(place) for place, _ in proposed)
    sums.update(hit=len(wanted & got), extra=len(got - wanted), missed=len(wanted - got), items=len(labelled),
                found=found, proposed=len(proposed), spurious=spurious)
    for place, task in labelled:
        rivals = overlapping(proposed, place)
        if task["deadline_text"]:
            sums["deadlines"] += 1
            sums["deadlines_right"] += any(one.get("deadline") == task["deadline"] for one in rivals)
        if task.get("recurrence"):
            sums["recurrences"] += 1
            sums["recurrences_right"] += any(one.get("recurrence") == task["recurrence"] for one in rivals)
        if task.get("actor"):
            sums["actors"] += 1
            sums["actors_right"] += any(set(task["actor"]) <= set(one.get("actor") or []) for one in rivals)
    if not labelled:
        sums.update(empty=1, left_empty=not proposed)
    return found, spurious


def sides(sums, name, gold, read):
    sums.update({f"{name}_hit": len(gold & read), f"{name}_gold": len(gold), f"{name}_read": len(read)})


def count_fields(gold, read, sums):
    title = fold(gold["title"])
    sums["titles_right"] += fold(read.get("title")) == title if title else not read.get("title")
    sums["dates_right"] += read.get("event_date") == gold["event_date"]
    sums["labelled"] += "organ" in gold
    if "organ" not in gold: return  # a set that labels texts and tasks only
    for field in ("doc_type", "doc_number"):
        sums[field] += fold(read.get(field)) == fold(gold[field])
    for field in ("holding", "issuing"):
        sums[field] += fold((read.get("organ") or {}).get(field)) == fold(gold["organ"][field])
    sides(sums, "domains", set(gold["domains"]), set(read.get("domains") or []))
    sides(sums, "persons", *({one["name"] for one in side.get("persons") or []} for side in (gold, read)))
    own = {fold(one["text"]): one for one in read.get("quantities") or []}
    for one in gold["quantities"]:
        # The text of a quantity may hold a word more or less (不低于30%): the figure decides.
        same = own.get(fold(one["text"])) or next((q for t, q in own.items() if t and t in fold(one["text"])), None)
        right = bool(same) and (one["value"] is None or float(same["value"]) == one["value"])
        sums.update(quantities=1, quantities_right=right, status_right=bool(same) and same["status"] == one["status"])


def rate(part, whole):
    return 1.0 if whole == 0 else part / whole


def summary(sums, likenesses):
    precise = rate(sums["hit"], sums["hit"] + sums["extra"])
    recall = rate(sums["hit"], sums["hit"] + sums["missed"])
    f1 = 2 * precise * recall / (precise + recall) if precise + recall else 0.0

    def pair(name, right):
        return f"{name} {sums[right]} of {sums[name]}"

    def both(name):
        hit, read, gold = (sums[f"{name}_{side}"] for side in ("hit", "read", "gold"))
        return f"{name} P {rate(hit, read):.3f} R {rate(hit, gold):.3f}"

    lines = [
        f"documents {len(likenesses)}  clean-text similarity {sum(likenesses) / max(1, len(likenesses)):.4f}",
        f"task characters  P {precise:.3f}  R {recall:.3f}  F1 {f1:.3f}",
        f"task items found {sums['found']} of {sums['items']} ({rate(sums['found'], sums['items']):.3f}); "
        f"spurious items {sums['spurious']} of {sums['proposed']}",
        f"deadlines exact {sums['deadlines_right']} of {sums['deadlines']}; titles {sums['titles_right']}; "
        f"event dates {sums['dates_right']}; no-task documents left empty {sums['left_empty']} of {sums['empty']}",
    ]
    return lines if not sums["labelled"] else lines + [
        f"{pair('actors', 'actors_right')}; {pair('recurrences', 'recurrences_right')}",
        f"kinds {sums['doc_type']}; numbers {sums['doc_number']}; holding organs {sums['holding']}; "
        f"issuing organs {sums['issuing']}",
        f"{both('domains')}; {both('persons')}; {pair('quantities', 'quantities_right')}, "
        f"their status {sums['status_right']}",
    ]


def table(gold_folder, read_folder):
    """The table of one set: a line for each document, then the sums."""
    lines, likenesses, sums = [], [], Counter()
    for path in sorted(gold_folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold.get("scored") is False:
            continue
        target = read_folder / path.name
        read = parts(json.loads(target.read_text(encoding="utf-8") or "{}")) if target.is_file() else []
        for at, part in enumerate(parts(gold)):
            own = read[at] if at < len(read) else {}
            body = fold(part["clean_text"])
            likenesses.append(likeness(body, fold(own.get("clean_text"))))
            found, spurious = count_tasks(part, own, body, sums)
            count_fields(part, own, sums)
            name = gold["id"] if len(parts(gold)) == 1 else f"{gold['id']}/{at}"
            lines.append(f"{name:7}clean {likenesses[-1]:.3f}  items {found}/{len(part['tasks'])}  "
                         f"spurious {spurious}")
    return "\n".join(lines + summary(sums, likenesses)) + "\n"
