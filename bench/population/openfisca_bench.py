#!/usr/bin/env python3
"""The rules of model.h in OpenFisca-core, vectorised, on the same people; prints seconds and what came out.

openfisca_bench.py FOLDER: int32 columns that `bench_population FILE REPEATS FOLDER` wrote (-1: no value), and
the outcome there. Ages and standards are given, so OpenFisca has less to do. Needs OpenFisca-Core; tools/bench-openfisca
installs it in a folder of its own.
"""
import json
import resource
import sys
import time
from pathlib import Path

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2025-12"
INPUTS = ("age", "disability", "grade", "ill", "studying", "able", "wage", "business", "property", "transfer")
# least and most of each input, then the allowance; None: any.
RULES = (
    ((0, 17), None, (1, 2), None, None, None, 21000), ((80, 200), None, (1, 2), None, None, (0, 0), 19000),
    (None, (4, 5), (1, 3), None, None, None, 16500), (None, None, (1, 2), None, None, None, 15000),
    ((0, 17), None, None, (1, 1), None, None, 12000), ((0, 17), None, None, None, (1, 1), None, 9500),
    ((70, 200), None, None, None, (0, 0), (0, 0), 8000), (None, None, None, (1, 1), None, (0, 0), 7000),
    ((18, 25), None, None, None, (1, 1), (0, 0), 6000))

person = build_entity(key="person", plural="persons", label="person", is_person=True)
household = build_entity(key="household", plural="households", label="household",
                         roles=[{"key": "member", "plural": "members", "label": "member"}])


def variable(name, entity, kind, formula=None):
    body = {"value_type": kind, "entity": entity, "definition_period": DateUnit.MONTH, "label": name}
    if formula:
        body["formula"] = formula
    return type(name, (Variable,), body)


def allowance(people, period):
    values = [people(name, period) for name in INPUTS[:6]]
    conditions = []
    for rule in RULES:
        held = numpy.ones(len(values[0]), dtype=bool)
        for value, limits in zip(values, rule[:6]):
            if limits:
                held &= (value >= limits[0]) & (value <= limits[1])
        conditions.append(held)
    return numpy.select(conditions, [rule[6] for rule in RULES], 0)


def income(people, period):
    return people("wage", period) + people("business", period) + people("property", period) + \
        people("transfer", period)


def aid(homes, period):
    gap = homes("standard", period) * homes.nb_persons() - homes.sum(homes.members("income", period))
    share = numpy.where(gap > 0, numpy.floor(gap * 0.85 + 0.5), 0)
    unknown = homes.any(homes.members("wage_unknown", period))
    return numpy.where(unknown, -1, share + homes.sum(homes.members("allowance", period)))


def system():
    made = TaxBenefitSystem([household, person])
    for name in INPUTS[:6]:
        made.add_variable(variable(name, person, int))
    for name in INPUTS[6:]:
        made.add_variable(variable(name, person, float))
    made.add_variable(variable("wage_unknown", person, bool))
    made.add_variable(variable("standard", household, float))
    made.add_variable(variable("allowance", person, float, allowance))
    made.add_variable(variable("income", person, float, income))
    made.add_variable(variable("aid", household, float, aid))
    return made


def main():
    folder = Path(sys.argv[1])
    columns = {name: numpy.fromfile(folder / name, dtype=numpy.int32) for name in (*INPUTS, "household", "standard")}
    columns["wage_unknown"] = columns["wage"] < 0
    columns["wage"] = numpy.maximum(columns["wage"], 0)
    loading = time.perf_counter()
    builder = SimulationBuilder()
    rules = system()
    builder.create_entities(rules)
    people, homes = len(columns["age"]), len(columns["standard"])
    builder.declare_person_entity("person", range(people))
    group = builder.declare_entity("household", range(homes))
    builder.join_with_persons(group, columns.pop("household"), ["member"] * people)
    simulation = builder.build(rules)
    for name, column in columns.items():
        simulation.set_input(name, PERIOD, column)
    loading = time.perf_counter() - loading
    begun = time.perf_counter()
    found = simulation.calculate("aid", PERIOD)
    seconds = time.perf_counter() - begun
    print(json.dumps({"persons": people, "seconds": seconds, "loading": loading,
                      "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "dtype": str(found.dtype),
                      "aid": float(found[found > 0].astype(float).sum()), "aided": int((found > 0).sum()),
                      "undetermined": int((found < 0).sum())}))


if __name__ == "__main__":
    main()
