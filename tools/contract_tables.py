"""The part of the contract walk that keeps a register and sends every table out and in."""
from contract_loops import step


def tables(office, clerk):
    """A row added, changed, withdrawn; each of the tables as workbook and document, and back."""
    rows = "/tables/hazards/rows"
    cells = [{"column": "place", "text": "福利院（演示）"}, {"column": "checked_on", "text": "2026年3月1日"},
             {"column": "hazard", "text": "通道堵塞"}]
    added, _ = office.post(rows, {"cells": cells}, Idempotency_Key="row-1")
    office.post(rows, {"cells": cells}, Idempotency_Key="row-1")
    office.post(rows, {"cells": cells[:1]})
    office.post(rows, {"cells": [{"column": "nothing", "text": "x"}]})
    one = f"{rows}/{added['id']}"
    step(office, one, "amendments", {"cells": [{"column": "hazard", "text": "通道已清"}]})
    office.post(one + "/amendments", {"cells": []}, If_Match='"1"')
    office.get(rows + "?q=通道&own_unit=true&limit=5".replace("通道", "%E9%80%9A%E9%81%93"))
    office.get("/stage-schemes")
    for table in office.get("/tables")[0]["items"]:
        path = f"/tables/{table['id']}"
        office.get(path + "/rows?limit=2")
        office.get(path + "/document")
        sheet, _ = office.get(path + "/workbook")
        office.call("post", path + "/imports", sheet, "application/octet-stream")
    office.call("post", "/tables/hazards/imports?apply=true", b"x", "application/octet-stream")
    step(office, one, "withdrawals", {"reason": "登记在别处"})
    office.post("/tables/supervision/rows", {"cells": []})
    clerk.get("/tables/none/rows")
