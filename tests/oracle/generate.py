"""Random decision models for tools/oracle: tables of every hit policy, and graphs of expressions over each other."""
import json
import random
from pathlib import Path
from xml.sax.saxutils import escape

SPACE = "http://www.omg.org/spec/DMN/20180521/MODEL/"
PARAMETERS = {"n": "number", "m": "number", "s": "string", "b": "boolean", "d": "date"}
# Of each kind: forms with holes. #kind# is filled with an expression of that kind, @word with a literal.
READ = json.loads((Path(__file__).resolve().parent / "forms.json").read_text(encoding="utf-8"))
WORDS, DATES, FORMS, TESTS = READ["words"], READ["dates"], READ["forms"], READ["tests"]


class Maker:
    def __init__(self, seed):
        self.chance = random.Random(seed)

    def literal(self, word):
        pick = self.chance
        return {"int": lambda: str(pick.randint(-3, 12)), "decimal": lambda: str(pick.randint(-5000, 5000) / 100),
                "small": lambda: str(pick.randint(1, 4)), "big": lambda: str(pick.randint(12, 30)),
                "word": lambda: json.dumps(pick.choice(WORDS), ensure_ascii=False),
                "date": lambda: f'date("{pick.choice(DATES)}")', "late": lambda: 'date("2026-01-01")'}[word]()

    def fill(self, form, depth, names):
        out, rest = "", form
        while rest:
            at = min((i for i in (rest.find("#"), rest.find("@")) if i >= 0), default=-1)
            if at < 0:
                return out + rest
            out, mark, rest = out + rest[:at], rest[at], rest[at + 1:]
            word = rest[:rest.index("#")] if mark == "#" else rest[:next(
                (i for i, c in enumerate(rest) if not c.isalpha()), len(rest))]
            rest = rest[len(word) + (mark == "#"):]
            out += self.expression(word, depth - 1, names) if mark == "#" else self.literal(word)
        return out

    def expression(self, kind, depth, names=()):
        known = [name for name, its in names if its == kind]
        if known and self.chance.random() < 0.3:
            return self.chance.choice(known)
        forms = FORMS[kind] if depth > 0 else [form for form in FORMS[kind] if "#" not in form]
        return self.fill(self.chance.choice(forms), depth, names)

    def table(self):
        policy, aggregation = self.chance.choice(
            [("UNIQUE", ""), ("FIRST", ""), ("FIRST", ""), ("ANY", ""), ("PRIORITY", ""), ("RULE ORDER", ""),
             ("OUTPUT ORDER", ""), ("COLLECT", ""), ("COLLECT", "SUM"), ("COLLECT", "MIN"), ("COLLECT", "MAX"),
             ("COLLECT", "COUNT")])
        inputs = self.chance.sample(sorted(PARAMETERS), self.chance.randint(1, 4))
        ranked = policy in ("PRIORITY", "OUTPUT ORDER")
        values = "<outputValues><text>3, 1, 2</text></outputValues>" if ranked else ""
        attribute = f' aggregation="{aggregation}"' if aggregation else ""
        out = f'<decisionTable hitPolicy="{policy}"{attribute}>'
        for name in inputs:
            out += f'<input><inputExpression typeRef="{PARAMETERS[name]}"><text>{name}</text></inputExpression></input>'
        out += f'<output typeRef="number">{values}</output>'
        for _ in range(self.chance.randint(1, 8)):
            cells = [self.fill(self.chance.choice(TESTS[PARAMETERS[name]]), 1, ()) for name in inputs]
            result = str(self.chance.randint(1, 3)) if ranked or policy == "ANY" else self.expression("number", 0)
            out += "<rule>" + "".join(f"<inputEntry><text>{escape(cell)}</text></inputEntry>" for cell in cells)
            out += f"<outputEntry><text>{escape(result)}</text></outputEntry></rule>"
        return out + "</decisionTable>"

    def graph(self):
        """Entries that use the entries before them: boxed, or as one literal."""
        names, entries = [], []
        for at in range(self.chance.randint(3, 6)):
            kind = self.chance.choice([kind for kind in FORMS if kind != "duration"])
            entries.append((f"v{at}", self.expression(kind, 3, names)))
            names.append((f"v{at}", kind))
        if self.chance.random() < 0.8:
            text = ", ".join(f"{name}: {text}" for name, text in entries)
            return entries, f"<literalExpression><text>{escape('{' + text + '}')}</text></literalExpression>"
        return entries, "<context>" + "".join(
            f'<contextEntry><variable name="{name}"/><literalExpression><text>{escape(text)}</text></literalExpression>'
            "</contextEntry>" for name, text in entries) + "</context>"

    def case(self, nulls):
        """One set of inputs. A table that meets a null says so differently in every engine: nulls are for graphs."""
        chance = self.chance
        if not nulls:
            return {"n": chance.choice([0, 1, 2, 5, 7, 12, -3, 3.5]), "m": chance.choice([1, 2, 3, 0.25, 100]),
                    "s": chance.choice(WORDS), "b": chance.choice([True, False]), "d": chance.choice(DATES)}
        return {"n": chance.choice([None, 0, 1, 2, 5, 7, 12, -3, 3.5]), "m": chance.choice([1, 2, 3, 0.25, 100]),
                "s": chance.choice([None, *WORDS]), "b": chance.choice([True, False, None]), "d": chance.choice(DATES)}

    def model(self):
        """The text of a model, and of each part of its result by name (of a table: the whole, without a name)."""
        if self.chance.random() < 0.5:
            logic = self.table()
            entries = [("", logic)]
        else:
            entries, logic = self.graph()
        parameters = "".join(f'<formalParameter name="{name}" typeRef="{kind}"/>' for name, kind in PARAMETERS.items())
        text = (f'<definitions xmlns="{SPACE}" namespace="urn:oracle" name="oracle" id="o"><inputData id="i" name="cases">'
                '<variable name="cases"/></inputData><businessKnowledgeModel id="k" name="f"><variable name="f"/>'
                f'<encapsulatedLogic>{parameters}{logic}</encapsulatedLogic></businessKnowledgeModel><decision id="t" '
                'name="out"><variable name="out"/><informationRequirement><requiredInput href="#i"/>'
                '</informationRequirement><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>'
                "<literalExpression><text>for c in cases return f(c.n, c.m, c.s, c.b, date(c.d))</text>"
                "</literalExpression></decision></definitions>")
        return text, entries
