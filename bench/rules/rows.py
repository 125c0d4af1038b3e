#!/usr/bin/env python3
"""rows.py BENCH_RULES: rows of the rule engine beside other engines, for tools/bench: what, unit, ours, peer, its figure.

The peers are installed under build/ by this script. One of them is a native server that reads the model anew with
every request, so it evaluates many cases in one request, and the time of a request without cases is taken off.
"""
import http.client
import json
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
PEERS = TOP / "build" / "rules-peers"
PACKAGES = ("@bpmn-io/feelin@6.1.1", "@gorules/zen-engine@0.54.0", "@kie-tools/jitexecutor-native@999.0.0-20240505-SNAPSHOT")
LENDING = TOP.parent / "shared" / "tck" / "compliance-level-3" / "0004-lending" / "0004-lending.dmn"
CASES = 400
SECONDS = "3"


def said(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, cwd=TOP, check=True).stdout


def install():
    if not all((PEERS / "node_modules" / package.rsplit("@", 1)[0]).is_dir() for package in PACKAGES):
        PEERS.mkdir(parents=True, exist_ok=True)
        said("tools/with-node", "npm", "install", "--prefix", PEERS, "--no-audit", "--no-fund", *PACKAGES)


def many(model, inputs):
    """The model with a decision that runs all its decisions for each of a list of cases."""
    decisions = re.findall(r'<decision [^>]*?\bid="([^"]+)"', model)
    data = re.findall(r'<inputData [^>]*?>', model)
    of = {re.search(r'\bname="([^"]+)"', one)[1]: re.search(r'\bid="([^"]+)"', one)[1] for one in data}
    service = '<decisionService id="all_" name="all_"><variable name="all_"/>'
    service += "".join(f'<outputDecision href="#{one}"/>' for one in decisions)
    service += "".join(f'<inputData href="#{of[name]}"/>' for name in inputs) + "</decisionService>"
    call = ", ".join(f"c.{name}" for name in inputs)
    return model.replace("</definitions>", f'{service}<inputData id="cases_" name="cases"><variable name="cases"/></inputData>'
                         '<decision id="out_" name="out_"><variable name="out_"/><informationRequirement><requiredInput '
                         'href="#cases_"/></informationRequirement><knowledgeRequirement><requiredKnowledge href="#all_"/>'
                         f"</knowledgeRequirement><literalExpression><text>for c in cases return all_({call})</text>"
                         "</literalExpression></decision></definitions>")


class Server:
    def __init__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        program = PEERS / "node_modules/@kie-tools/jitexecutor-native/dist/linux/jitexecutor"
        program.chmod(0o755)
        self.process = subprocess.Popen([program, "-Dquarkus.http.host=127.0.0.1", f"-Dquarkus.http.port={self.port}"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    break
            time.sleep(0.1)
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)

    def seconds(self, model, inputs, cases):
        text = json.dumps({"model": model, "context": {"cases": [inputs] * cases, **inputs}})
        begun = time.perf_counter()
        self.connection.request("POST", "/jitdmn", text, {"Content-Type": "application/json"})
        answer = json.loads(self.connection.getresponse().read())
        spent = time.perf_counter() - begun
        if len([one for one in answer.get("out_") or [] if one]) != cases:
            sys.exit(f"E-BENCH-003 the peer refused: {str(answer)[:500]}")
        return spent

    def best(self, model, inputs):
        with_cases = min(self.seconds(model, inputs, CASES) for _ in range(8))
        without = min(self.seconds(model, inputs, 0) for _ in range(8))
        return (with_cases - without) * 1e6 / CASES


def main():
    program = sys.argv[1]
    install()
    peers = {"household": [], "0004-lending": []}
    for line in said("tools/with-node", "node", HERE / "peers.mjs", PEERS / "node_modules", SECONDS).splitlines():
        name, figure = line.split()
        peers["household"].append((name, float(figure)))
    models = {"household": (HERE / "household.dmn", HERE / "household.json")}
    if LENDING.is_file():
        models["0004-lending"] = (LENDING, HERE / "lending.json")
    server = Server()
    try:
        for name, (model, given) in models.items():
            inputs = json.loads(given.read_text(encoding="utf-8"))
            peers[name].append(("native Drools", server.best(many(model.read_text(encoding="utf-8"), inputs), inputs)))
    finally:
        server.process.kill()
        server.process.wait()
    for name, (model, given) in models.items():
        for kind, word in (("plain", ""), ("derived", ", with its derivation as JSON")):
            ours = float(said(program, SECONDS, kind, model, given))
            for peer, figure in peers[name]:
                print(f"{name}, one evaluation{word}\tµs\t{ours}\t{peer}\t{figure}")


if __name__ == "__main__":
    main()
