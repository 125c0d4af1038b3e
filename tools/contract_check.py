"""Answers checked against contract/openapi.yaml: status, content type, stated headers, schema."""
import json
import re

import yaml
from jsonschema import Draft202012Validator


class Core(yaml.SafeLoader):
    """YAML 1.2 as OpenAPI has it: `on` and `yes` are words, days are texts."""


Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers
            if tag.rsplit(":", 1)[1] not in ("bool", "timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


class Contract:
    """The document, and which of its operations were seen to answer as it says."""

    def __init__(self, path):
        self.text = yaml.load(path.read_text(encoding="utf-8"), Core)
        self.faults, self.answers, self.well = [], 0, set()
        self.operations = {(method, template) for template, item in self.text["paths"].items()
                           for method in item if method in ("get", "post", "put", "patch", "delete")}

    def resolved(self, part):
        while "$ref" in part:
            found = self.text
            for name in part["$ref"].removeprefix("#/").split("/"):
                found = found[name]
            part = found
        return part

    def operation(self, method, path):
        """The operation of a path; the one with the fewest placeholders when several fit."""
        fits = [key for key in self.operations if key[0] == method and
                re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", key[1]).replace(".", r"\."), path)]
        return min(fits, key=lambda key: key[1].count("{"), default=None)

    def check(self, method, path, status, headers, content):
        self.answers += 1
        key = self.operation(method, path)
        where = f"{method.upper()} {path} -> {status}"
        response = self.resolved(self.text["components"]["responses"]["Problem"])
        if key:
            responses = self.text["paths"][key[1]][method]["responses"]
            response = self.resolved(responses.get(str(status), responses["default"]))
            if 200 <= status < 300 and str(status) in responses:
                self.well.add(key)
            elif status < 400:
                self.faults.append(f"{where}: the contract has no such answer")
        for name in response.get("headers", {}):
            if name not in headers:
                self.faults.append(f"{where}: no header {name}")
        stated = response.get("content", {})
        kind = (headers.get("Content-Type") or "").split(";")[0]
        if stated and kind not in stated:
            self.faults.append(f"{where}: content type {kind}, not {', '.join(stated)}")
        elif kind.endswith("json"):
            schema = dict(stated[kind]["schema"], components=self.text["components"])
            for fault in Draft202012Validator(schema).iter_errors(json.loads(content)):
                self.faults.append(f"{where}: /{'/'.join(map(str, fault.path))}: {fault.message[:200]}")
