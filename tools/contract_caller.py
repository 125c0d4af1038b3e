"""A role's session with a demonstration server, each answer checked against the contract."""
import contextlib
import http.client
import json
import signal
import subprocess
import time
import urllib.parse
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
PASSWORD = "only for this test"


class Caller:
    """One role's session."""

    def __init__(self, contract, port, login=None):
        self.contract, self.port, self.cookie = contract, port, None
        if login:
            _, headers = self.post("/demo/session", {"login": login})
            self.cookie = headers["Set-Cookie"].split(";")[0]

    def call(self, method, path, body=None, kind=None, **headers):
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookie:
            sent["Cookie"] = self.cookie
        if kind:
            sent["Content-Type"] = kind
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method.upper(), "/api/v1" + path, body=body, headers=sent)
        answer = connection.getresponse()
        is_stream = answer.getheader("Content-Type") == "text/event-stream"
        content = answer.readline() if is_stream else answer.read()
        connection.close()
        self.contract.check(method, path.split("?")[0], answer.status, answer.headers, content)
        is_json = (answer.getheader("Content-Type") or "").endswith("json")
        return json.loads(content) if is_json else content, answer.headers

    def get(self, path, **headers):
        return self.call("get", path, **headers)

    def post(self, path, body, **headers):
        text = body if isinstance(body, (str, bytes)) else json.dumps(body)
        return self.call("post", path, text.encode() if isinstance(text, str) else text,
                         "application/json", **headers)

    def upload(self, path, name, text, **headers):
        return self.call("post", f"{path}?name={urllib.parse.quote(name)}", text.encode(),
                         "application/octet-stream", **headers)

    def confirmed(self, text):
        """The path of a task that this role confirmed from the text."""
        document, _ = self.upload("/documents", "核查.txt", text)
        path = f"/documents/{document['id']}"
        opened, headers = self.get(path)
        decisions = {"confirm": [{"number": opened["candidates"][0]["number"]}], "reject": []}
        decided, _ = self.post(path + "/decisions", decisions, If_Match=headers["ETag"])
        return "/tasks/" + decided["candidates"][0]["task"]


@contextlib.contextmanager
def serving(program, data, faults):
    """The port of a server on a new demonstration database, stopped as an operator would stop it."""
    for words, given in (("demo prepare", ""), ("account password county-office", PASSWORD + "\n")):
        subprocess.run([program, *words.split(), "--data", data], cwd=TOP, check=True,
                       input=given.encode(), capture_output=True)
    server = subprocess.Popen([program, "serve", "--quiet", "--data", data, "--port", "0"],
                              cwd=TOP, stdout=subprocess.PIPE, text=True)
    try:
        address = server.stdout.readline()  # it says its address when it serves
        yield int(address.strip().strip("/").rsplit(":", 1)[1])
    finally:
        begun = time.monotonic()
        server.send_signal(signal.SIGTERM)
        if server.wait(timeout=30) != 0 or time.monotonic() - begun > 5:
            faults.append("the server did not end well")
