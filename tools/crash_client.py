"""A careful HTTP client for tools/crash: hands in documents, confirms their tasks, repeats what got lost."""
import http.client
import json
import threading
import time
from dataclasses import dataclass

TEXT = """关于做好第{number}批核查工作的通知

各县（市、区）民政局：
一、各县民政局要于2025年9月底前完成低保对象核查。
二、要建立困难群众走访台账，每月更新一次。
{mark}
"""


class Lost(Exception):
    """No answer: the server was gone, or went while it worked."""


def request(port, method, path, body=None, cookie=None, headers=None):
    """(status, headers, parsed body); Lost when there is no whole answer."""
    sent = dict(headers or {})
    if cookie:
        sent["Cookie"] = cookie
    if isinstance(body, dict):
        body = json.dumps(body).encode()
        sent["Content-Type"] = "application/json"
    elif body is not None:
        sent["Content-Type"] = "application/octet-stream"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path, body=body, headers=sent)
        answer = connection.getresponse()
        content = answer.read()
    except (OSError, http.client.HTTPException) as error:
        raise Lost(str(error)) from error
    finally:
        connection.close()
    kind = answer.getheader("Content-Type") or ""
    return answer.status, answer.headers, json.loads(content) if "json" in kind else content


@dataclass
class Done:
    """What one document's commands were told."""
    name: str
    document: str
    key: str
    text: bytes
    confirmed: int | None = None


class Client(threading.Thread):
    """Works until `over`, then finishes the command at hand."""

    def __init__(self, number, port, over):
        super().__init__(daemon=True)
        self.number, self.port, self.over = number, port, over
        self.done, self.faults = [], []
        self.acknowledged = self.repeated = 0
        self.cookie = None

    def sign_in(self):
        """The session cookie of a role of the demonstration that receives documents and confirms tasks."""
        _, _, demo = request(self.port, "GET", "/api/v1/demo")
        login = next(role["login"] for role in demo["roles"] if "directive" in role["roles"])
        status, headers, body = request(self.port, "POST", "/api/v1/demo/session", {"login": login})
        if status != 200:
            raise RuntimeError(f"sign in: {status} {body}")
        return headers["Set-Cookie"].split(";")[0]

    def send(self, method, path, body=None, headers=None):
        """Sends until there is an answer. A session that was lost is made anew."""
        tries = 0
        while True:
            try:
                if self.cookie is None:
                    self.cookie = self.sign_in()
                status, answered, content = request(self.port, method, path, body, self.cookie, headers)
                if status == 401:
                    self.cookie = None
                elif status == 503:
                    time.sleep(0.05)
                else:
                    self.repeated += tries > 0
                    return status, answered, content
            except Lost:
                time.sleep(0.01)
            tries += 1

    def work(self, turn):
        name, key = f"crash-{self.number}-{turn}.txt", f"crash-{self.number}-{turn}"
        text = TEXT.format(number=turn, mark=name).encode()
        status, _, summary = self.send("POST", f"/api/v1/documents?name={name}", text, {"Idempotency-Key": key})
        if status not in (200, 201):
            raise RuntimeError(f"{name}: {status} {summary}")
        self.acknowledged += 1
        done = Done(name, summary["id"], key, text)
        self.done.append(done)
        status, headers, document = self.send("GET", f"/api/v1/documents/{done.document}")
        if status != 200:
            raise RuntimeError(f"{name} acknowledged, then: {status} {document}")
        numbers = [one["number"] for one in document["candidates"] if one["state"] == "proposed"]
        if not numbers:
            raise RuntimeError(f"{name}: no task proposed")
        status, _, after = self.send(
            "POST", f"/api/v1/documents/{done.document}/decisions",
            {"confirm": [{"number": number} for number in numbers], "reject": []},
            {"Idempotency-Key": key + "-confirm", "If-Match": headers["ETag"]})
        if status != 200:
            raise RuntimeError(f"{name}: confirm: {status} {after}")
        self.acknowledged += 1
        done.confirmed = len(numbers)

    def run(self):
        turn = 0
        while not self.over.is_set():
            try:
                self.work(turn)
            except RuntimeError as error:
                self.faults.append(str(error))
            turn += 1

    def replay(self, cookie):
        """Sends some acknowledged commands once more: each must give the same document, and write nothing."""
        faults = []
        for done in self.done[:: max(1, len(self.done) // 20)]:
            status, _, summary = request(self.port, "POST", f"/api/v1/documents?name={done.name}", done.text,
                                         cookie, {"Idempotency-Key": done.key})
            if status not in (200, 201) or summary["id"] != done.document:
                faults.append(f"{done.name}: repeated, gives {status} {summary}")
        return faults
