"""The parts of the contract walk that follow a task tree and a problem through all their steps."""
from datetime import date, timedelta


def later(days):
    return (date.today() + timedelta(days=days)).isoformat()


def step(caller, path, what, body):
    """One step against the version that the caller sees now."""
    _, headers = caller.get(path)
    return caller.post(f"{path}/{what}", body, If_Match=headers["ETag"])[0]


def tree(office, clerk, inspector, document):
    """The last proposal is confirmed, taken apart, followed, ended."""
    opened, headers = office.get(document)
    number = next(one["number"] for one in opened["candidates"] if one["state"] == "proposed")
    decided, _ = office.post(document + "/decisions", {"confirm": [{"number": number}], "reject": []},
                             If_Match=headers["ETag"])
    name = next(one["task"] for one in decided["candidates"] if one["number"] == number)
    whole, mine = f"/tasks/{name}", clerk.get("/session")[0]["post"]
    step(office, whole, "spreads", {"amount": "10", "unit": "户", "due": later(60), "standard": "有记录",
                                    "parts": [{"post": mine, "amount": "9"}]})
    step(office, whole, "spreads", {"amount": "10", "unit": "户", "due": later(60), "standard": "有记录",
                                    "parts": [{"post": mine, "amount": "10", "helpers": [{"post": mine}]}]})
    seen, _ = office.get(whole + "/tree?limit=10")
    office.get("/tasks?split=true")
    part = f"/tasks/{seen['parts'][0]['task']['id']}"
    proof, _ = clerk.upload("/evidence", "进展.txt", "进展")
    step(clerk, part, "objections", {"reason": "不属本单位职责", "proposed": "区残联"})
    office.get("/morning")
    step(office, part, "rulings", {"answer": "dismissed", "text": "按职责分工由你单位牵头"})
    step(clerk, part, "receipts", {"text": ""})
    step(clerk, part, "progress", {"text": "过半", "evidence": [proof], "amount": "5"})
    step(office, part, "urgings", {"text": "请抓紧"})
    step(clerk, part, "extensions", {"due": later(70), "reason": "汛期"})
    step(office, part, "extension-answers", {"answer": "no", "text": "总时限不变"})
    why = {"ground": "others", "reason": "等上级数据", "until": later(3)}
    step(clerk, part, "suspension-requests", why)
    step(office, part, "suspension-refusals", {"text": "先办已有的"})
    step(office, part, "suspensions", {**why, "clock": "runs_on", "from": later(1)})
    step(office, part, "resumptions", {"text": "数据已到"})
    step(clerk, part, "reports", {"text": "完成", "evidence": [proof], "amount": "10"})
    step(inspector, part, "verifications", {"text": "属实"})
    step(office, part, "strike-offs", {"text": "", "look_back_months": 2})
    step(inspector, part, "look-backs", {"answer": "no", "text": "又有漏户"})
    merge(office, whole, part)


def merge(office, whole, part):
    """A second part goes on in the first, which is given up in the end."""
    mine = office.get(part)[0]["row"]["owner"]["post"]
    step(office, whole, "spreads", {"due": later(60), "standard": "有记录", "split_reason": "追加",
                                    "parts": [{"post": mine, "text": "另一项"}]})
    seen, _ = office.get(whole + "/tree?limit=10")
    second = f"/tasks/{seen['parts'][1]['task']['id']}"
    step(office, second, "merges", {"into": part.rsplit("/", 1)[1], "reason": "同一件事"})
    step(office, part, "ends", {"text": "另行安排"})


def list_step(who, path, name, body):
    """A change of a list against the version that is there now."""
    seen = next(one for one in who.get("/problem-lists")[0]["items"] if path.endswith(one["id"]))
    who.post(f"{path}/{name}", body, If_Match=f'"{seen["version"]}"')


def problems(office, clerk, inspector):
    """Field work, raw remarks, a merged problem and its way to the look-back."""
    mission, _ = office.post("/field-work", {"title": "走访", "from": later(-20), "to": later(-1)},
                             Idempotency_Key="mission-1")
    path = f"/field-work/{mission['id']}"
    office.get("/field-work")
    office.post(path + "/groups", {"number": 1, "area": "本区", "province": "no", "leader": "甲（演示）",
                                   "members": [{"name": "乙（演示）"}]})
    clerk.post(path + "/activities", {"group": 1, "kind": "session", "held_on": later(-5), "place": "社区",
                                      "amount": 1})
    office.post(path + "/activities", {"group": 1, "kind": "session", "held_on": later(-5),
                                       "place": "社区", "amount": 1})
    remark = {"kind": "problem", "text": "要跑三趟", "said_by": "老人", "place": "社区"}
    office.post(path + "/remarks", {"group": 1, "remarks": [remark, remark]})
    office.get(path)
    office.get(path + "/groups/1")
    office.get(path + "/groups/7")
    raw, _ = office.get("/remarks?merged=false&limit=5")
    names = [{"id": one["id"]} for one in raw["items"][:2]]
    office.post("/problem-lists", {"name": "清单", "scheme": "1+5+5+2", "source": "走访", "declared": 2})
    lists, _ = office.get("/problem-lists")
    raised, _ = office.post("/problems", {"text": "办事跑多趟", "remarks": names[:1]}, Idempotency_Key="p-1")
    one = f"/problems/{raised['row']['id']}"
    step(office, one, "remarks", {"remarks": names[1:]})
    again, _ = office.post("/problems", {"text": "办事跑多趟", "source": "来信"}, Idempotency_Key="p-2")
    other = f"/problems/{again['row']['id']}"
    step(office, other, "judgements", {"finding": "duplicate", "into": one.rsplit("/", 1)[1], "reason": "同一件"})
    step(office, other, "judgement-withdrawals", {"text": "不是一件"})
    step(office, other, "judgements", {"finding": "not_ours", "unit": "残联", "reason": "不属"})  # their own: refused
    words = office.get(one)[0]["words"]
    step(office, one, "judgements", {"finding": "confirmed", "nature": words["natures"][0],
                                     "difficulty": words["difficulties"][0], "reason": "核过"})
    step(office, one, "listings", {"list": lists["items"][0]["id"], "number": 1, "focused": "yes"})
    mine = clerk.get("/session")[0]["post"]
    step(office, other, "judgements", {"finding": "confirmed", "nature": words["natures"][0],
                                       "difficulty": words["difficulties"][0], "reason": "核过"})
    step(office, other, "listings", {"list": lists["items"][0]["id"], "number": 2, "focused": "no"})
    step(office, other, "plans", {"branch": "long_term", "post": mine, "measure": "常抓", "target": "过半",
                                  "due": later(90)})
    seen, _ = office.upload("/evidence", "复查.txt", "看过")
    step(office, other, "reviews", {"text": "过半", "evidence": [seen], "next": later(200)})
    step(office, one, "plans", {"branch": "staged", "post": mine, "measure": "打通", "cause": "没有联网",
                                "supervision": "月报", "due": later(90),
                                "stages": [{"text": "联网", "due": later(30), "sign": "上线"}]})
    proof, _ = clerk.upload("/evidence", "整改.txt", "整改")
    step(clerk, one, "extensions", {"due": later(120), "reason": "等设备"})
    step(office, one, "extension-answers", {"answer": "yes", "text": "同意"})
    step(office, one, "reviews", {"text": "看过", "evidence": [], "next": later(200)})  # not for good: refused
    step(office, one, "suspensions", {"ground": "disaster", "reason": "汛期停工", "clock": "moves", "until": later(5),
                                      "evidence": [seen]})
    step(clerk, one, "reports", {"stage": 1, "text": "上线", "evidence": [proof]})  # it stands still: refused
    step(office, one, "resumptions", {"text": "已复工"})
    step(clerk, one, "reports", {"stage": 1, "text": "上线", "evidence": [proof]})
    step(clerk, one, "reports", {"text": "改完", "evidence": [proof]})
    step(inspector, one, "returns", {"text": "再看"})
    step(clerk, one, "reports", {"text": "改完", "evidence": [proof]})
    step(inspector, one, "acceptances", {"text": "属实"})
    step(office, one, "strike-offs", {"text": "同意"})
    step(office, one, "told-back", {"remarks": names, "on": later(0), "by": "甲（演示）", "way": words["told_ways"][0],
                                    "answer": "满意"})
    inside = f"/problem-lists/{lists['items'][0]['id']}"
    list_step(office, inside, "freezes", {"from": later(3)})
    list_step(office, inside, "thaws", {"text": "补一项"})
    list_step(office, inside, "closings", {"text": "办结"})
    step(inspector, one, "look-backs", {"answer": "yes", "text": "仍然有效"})  # too soon: refused
    step(inspector, one, "look-backs", {"answer": "no", "text": "又多了一环"})
    step(office, one, "ends", {"text": "经局长办公会同意"})
    office.get("/problems?done=true&limit=3")
    for query in office.get("/figures")[0]["items"]:
        office.get(f"/figures/{query['id']}/{query['figures'][0]['name']}?limit=2")
