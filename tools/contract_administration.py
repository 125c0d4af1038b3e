"""The administration part of tools/contract-test: divisions, offices, people, accounts, one's own secrets."""
import base64
import hashlib
import hmac
import struct
import time
from urllib.parse import quote

FILE = "application/octet-stream"


def code_of(secret, step):
    """RFC 6238 with its defaults."""
    key = base64.b32decode(secret)
    mac = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    number = struct.unpack(">I", mac[mac[-1] & 15:(mac[-1] & 15) + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def divisions(admin):
    order = {"kind": "establish", "on": "2026-01-01", "basis": "演示〔2026〕1号", "code": "330199", "name": "试验区"}
    admin.post("/division-changes?preview=true", order)
    admin.post("/division-changes", order)
    admin.post("/division-changes", {**order, "kind": "rename", "on": "2026-02-01", "name": "新试验区"})
    admin.post("/division-changes", order)  # refused: the code was used
    for path in ("/division-changes", "/division-changes?inside=3301&limit=1", "/divisions/330199?at=2026-01-15",
                 "/divisions?parent=3301&at=2025-12-31", "/divisions?q=sy",
                 "/divisions/3301/comparison?from=2025-12-31&to=2026-03-01"):
        admin.get(path)


def corrections(admin):
    """A wrong change is corrected, what is built on another is refused, both are taken back from the last."""
    order = {"kind": "establish", "on": "2026-01-01", "basis": "演示〔2026〕2号", "code": "330198", "name": "误记区"}
    wrong, _ = admin.post("/division-changes", order)
    place = "/division-changes/" + wrong["id"]
    admin.get(place)
    right = {"reason": "名称记错", "order": {**order, "name": "更正区"}}
    admin.post(place + "/corrections?preview=true", right)
    corrected, _ = admin.post(place + "/corrections", right)
    admin.post(place + "/withdrawals", {"reason": "再撤回一次"})  # refused: it is taken back already
    later, _ = admin.post("/division-changes", {**order, "kind": "rename", "on": "2026-02-01", "name": "又名区"})
    admin.post(f"/division-changes/{corrected['id']}/withdrawals", {"reason": "未批准"})  # refused: built upon
    for one in (later, corrected):
        admin.post(f"/division-changes/{one['id']}/withdrawals", {"reason": "未批准"})
    admin.get("/division-changes?inside=330198")
    admin.get("/division-changes/none")  # refused: there is none


def staff(admin):
    unit, _ = admin.post("/units", {"name": "试验区民政局", "division": "330102", "kind": "bureau"})
    other, _ = admin.post("/units", {"name": "救助科", "division": "330102", "kind": "section",
                                     "reports_to": unit["id"]})
    admin.post(f"/units/{unit['id']}/relations",
               {"other": other["id"], "kind": "leads", "matter": "救助", "from": "2026-01-01"})
    admin.post(f"/units/{other['id']}/placement", {"division": "330105", "on": "2026-02-01"})
    post, _ = admin.post("/posts", {"unit": unit["id"], "title": "科长"})
    terms = f"/posts/{post['id']}/appointments"
    admin.post(terms, {"holder": "赵试（演示）", "from": "2026-01-01"})
    admin.post(terms, {"holder": "钱试（演示）", "from": "2026-02-01"})  # refused: they overlap
    page, _ = admin.get("/units?division=330102&limit=1")
    admin.get("/units?division=330102&limit=1&after=" + quote(page["next"], safe=""))
    admin.get("/units?q=" + quote("救助"))
    admin.post(f"{terms}/2026-01-01/end", {"on": "2026-02-01"})
    admin.post(f"/posts/{post['id']}/closure", {"on": "2026-03-01"})
    admin.post(f"/units/{other['id']}/closure", {"on": "2026-03-01"})
    workbook, _ = admin.get("/staff.xlsx")
    admin.call("post", "/staff.xlsx?name=a.xlsx", workbook, FILE)
    person, _ = admin.post("/people", {"name": "孙试（演示）", "division": "330102",
                                       "resident": "11010519491231002X", "telephone": "13800000000"})
    admin.get("/people")
    admin.post("/people/search", {"resident": "11010519491231002X"})
    admin.post("/people/search", {"resident": "110105194912310021"})  # refused: wrong check character
    admin.post(f"/people/{person['id']}/revelations", {"field": "telephone", "reason": "核对"})


def accounts(security, everybody):
    """A new account: opened, given roles, locked and unlocked; its own secrets; its factor taken off."""
    word = "four unrelated words here"
    security.post("/accounts", {"login": "contract", "name": "周试（演示）", "post": "p-county-chief",
                                "roles": ["leader"], "password": word})
    security.get("/accounts")
    place = "/accounts/contract"
    security.post(place + "/roles", {"reason": "轮岗", "roles": ["supervisor"]})
    security.post(place + "/lock", {"reason": "停用"})
    everybody.post("/session", {"login": "contract", "password": word})
    security.post(place + "/unlock", {"reason": "恢复"})
    _, headers = everybody.post("/session", {"login": "contract", "password": word})
    own = type(everybody)(everybody.contract, everybody.port)
    own.cookie = headers["Set-Cookie"].split(";")[0]
    own.post("/session/password", {"before": word, "after": word + " more"})
    offered, _ = own.post("/session/second-factor", {"password": word + " more"})
    step = int(time.time()) // 30
    own.post("/session/second-factor/confirmation", {"code": code_of(offered["secret"], step)})
    everybody.post("/session", {"login": "contract", "password": word + " more"})
    everybody.post("/session", {"login": "contract", "password": word + " more",
                                "code": code_of(offered["secret"], step + 1)})
    own.post("/glass", {"division": "33", "reason": "洪水"})
    own.get("/accounts")  # refused, and recorded
    security.post(place + "/second-factor-removal", {"reason": "手机遗失"})
    own.get("/sessions")
    own.post("/sessions/ends", {"password": word + " more"})
    own.post("/sessions/ends", {"session": "nobody's", "password": word + " more"})  # refused
    security.post(place + "/session-ends", {"reason": "手机遗失"})
    security.post(place + "/password", {"reason": "忘记密码", "password": word + " again"})
    _, headers = everybody.post("/session", {"login": "contract", "password": word + " again"})
    own.cookie = headers["Set-Cookie"].split(";")[0]
    own.get("/documents")  # refused: the first password is not changed yet


def walk_administration(role):
    divisions(role("administrator"))
    corrections(role("administrator"))
    staff(role("administrator"))
    accounts(role("security-officer"), role(None))
    auditor = role("audit-officer")
    for path in ("/audit?limit=5", "/audit?login=contract", "/audit?kind=access_denied"):
        auditor.get(path)
