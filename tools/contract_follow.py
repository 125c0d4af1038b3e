"""The parts of the contract walk about sources, reminders, the load meter and indicators."""
from datetime import date

from contract_loops import later, step

TEXT = """关于开展探访关爱的通知
各县（市、区）民政局：
一、各县民政局要每月报送探访关爱进展，年底前办结全部任务。
"""


def follow(office, above, clerk, inspector):
    """An order of its own: cited, taken apart with what is asked, measured, seen by everybody."""
    document, _ = office.upload("/documents", "探访.txt", TEXT)
    path = f"/documents/{document['id']}"
    opened, headers = office.get(path)
    number = opened["candidates"][0]["number"]
    decided, _ = office.post(path + "/decisions", {"confirm": [{"number": number}], "reject": []},
                             If_Match=headers["ETag"])
    task = next(one["task"] for one in decided["candidates"] if one["task"])
    sources(office, clerk, task, document["id"])
    asks(office, clerk, task)
    conveyances(office, above, inspector, task)
    for caller in (office, clerk, inspector):
        caller.get("/morning")
    area = office.get("/session")[0]["division"]
    for place in (f"?division={area}", ""):
        for page in ("/late", "/briefing", "/briefing.docx", "/load", "/indicators"):
            office.get(page + place)
    office.get(f"/load?month={date.today().isoformat()[:7]}")
    office.get(f"/tasks?division={area}&limit=2")
    office.get("/late?division=11")
    for mark in ("returned", "look_back", "late"):
        office.get(f"/tasks?mark={mark}")
    office.get("/ledger.xlsx?mark=returned&split=true&mine=true")
    office.get("/load?month=2025-13")


def sources(office, clerk, task, document):
    area = office.get("/session")[0]["division"]
    below = clerk.get("/session")[0]["division"]
    meeting = {"name": "部署会", "held_on": later(-2), "chair": "局长（演示）", "conveyors": ["副局长（演示）"],
               "agenda": [{"title": "学习", "first_topic": "yes", "document": document},
                          {"title": "部署", "first_topic": "no"}],
               "branches": [{"name": "机关支部", "division": area, "venue": "主会场", "expected": 9},
                            {"name": "街道支部", "division": below, "expected": 4}]}
    made, _ = office.post("/meetings", meeting, Idempotency_Key="meeting-1")
    office.post("/meetings", meeting, Idempotency_Key="meeting-1")
    office.post("/meetings", {**meeting, "agenda": []})
    name = made["entry"]["id"]
    seat = f"/meetings/{name}/attendance"
    office.post(seat, {"branch": 1, "made_up": "no", "people": 8})
    clerk.post(seat, {"branch": 2, "made_up": "no", "people": 4, "note": "线上"})
    office.post(seat, {"branch": 1, "made_up": "yes", "people": 2})
    remark = {"by": "副局长（演示）", "given_on": later(-1), "text": "请抓好落实。", "document": document}
    given, _ = office.post("/instructions", remark, Idempotency_Key="instruction-1")
    cite = {"kind": "instruction", "source": given["entry"]["id"], "text": "照办"}
    for kind, one in (("meeting", name), ("instruction", cite["source"]), ("document", document)):
        office.get(f"/sources/{kind}/{one}")
    office.get("/sources?limit=1")
    office.post(f"/tasks/{task}/sources", {"kind": "meeting", "source": name})
    office.post(f"/tasks/{task}/sources", cite)
    office.post(f"/tasks/{task}/source-withdrawals", cite)
    office.get(f"/tasks/{task}/sources")


def conveyances(office, above, inspector, task):
    """One that is answered by an open task, one that needs none and is filed, one that is withdrawn."""
    area = office.get("/session")[0]["division"]
    papers = {"title": "重要讲话精神", "from": "民政部", "received_on": later(-3), "first_topic": "yes"}
    items = []
    for name in ("open", "filed", "withdrawn"):
        paper = papers | {"number": f"民发〔2025〕{len(items) + 1}号"}
        made, _ = office.post("/conveyances", paper, Idempotency_Key=f"conveyance-{name}")
        office.post("/conveyances", paper, Idempotency_Key=f"conveyance-{name}")
        office.post("/conveyances", paper)  # refused: registered already
        items.append(made["row"]["id"])
        step(office, f"/conveyances/{items[-1]}", "poolings",
             {"meeting": "党组会议", "planned_on": later(-1), "place": len(items)})
    first, second, third = (f"/conveyances/{one}" for one in items)
    step(office, third, "withdrawals", {"text": "重复来文"})  # refused: by who entered it
    step(above, third, "withdrawals", {"text": "重复来文"})
    forms = office.get("/conveyance-figures")[0]["forms"]
    agenda = [{"title": "传达", "first_topic": "no", "conveyance": one} for one in items[:2]]
    meeting, _ = office.post("/meetings", {
        "name": "党组会议", "held_on": later(-1), "chair": "局长（演示）", "form": forms[0]["id"], "agenda": agenda,
        "branches": [{"name": "机关支部", "division": area, "expected": 9}]})
    office.post(f"/meetings/{meeting['entry']['id']}/attendance", {"branch": 1, "made_up": "no", "people": 9})
    decided = {"proposed_by": "副局长（演示）", "meeting": meeting["entry"]["id"],
               "measures": [{"text": "组织学习", "unit": "综合科"}]}
    for one in (first, second):
        step(office, one, "measures", decided)
        step(inspector, one, "look-backs", {"answer": "no", "text": "没有分解"})
    step(office, first, "tasks", {"measure": 1, "task": task})
    step(inspector, first, "look-backs", {"answer": "yes", "text": "抽查"})  # refused: the task is open
    step(office, second, "exemptions", {"measure": 1, "text": "会上已组织"})
    step(inspector, second, "look-backs", {"answer": "yes", "text": "抽查"})
    step(office, second, "archivings", {"text": "3号"})
    for query in ("state=pooled&limit=5", "figure=archived", f"figure=late&year={date.today().year}"):
        office.get("/conveyances?" + query)


def asks(office, clerk, task):
    mine = clerk.get("/session")[0]["post"]
    whole = f"/tasks/{task}"
    order = {"amount": "3", "unit": "项", "due": later(40), "standard": "有记录",
             "parts": [{"post": mine, "amount": "3"}]}
    step(office, whole, "spreads", {**order, "asks": [{"kind": "figure", "name": "办结数"}]})
    step(office, whole, "spreads", {**order, "asks": [{"kind": "form", "name": "走访台账"}]})
    step(office, whole, "indicators", {"indicator": "none"})
    step(office, whole, "indicators", {"indicator": "tasks_struck_off"})
    rows, _ = office.get("/load")
    office.get(f"/load/{rows['lines'][0]['division']}")
