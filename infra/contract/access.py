"""Whom docs/access.md refuses, whatever they ask for."""

import re
from pathlib import Path

COLUMNS = {"administrator": "commission"}
REFUSED = re.compile(r"(?:[PSA] )?40[134](?:, (?:[PSA] )?40[134])*")


class Access:
    """The columns of roles and of nobody: whether any row of a route lets them in."""

    def __init__(self, path: Path):
        self.admitted = {}
        heads = []
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if cells[0] == "Route":
                heads = cells
            elif heads and cells[0].startswith("`"):
                self.row(dict(zip(heads, cells, strict=True)))
            elif not line.startswith("|"):
                heads = []

    def row(self, cells):
        method, path = re.match(r"`(\w+) (\S+)`", cells.pop("Route")).groups()
        admitted = self.admitted.setdefault((method, path), set())
        admitted |= {column for column, cell in cells.items() if not REFUSED.fullmatch(cell)}

    def refuses(self, role, operation):
        """Whether the page lets nobody of that role, or nobody without a token, do this."""
        route = (operation.method.upper(), operation.path.removeprefix("/v1/schemes/{scheme}"))
        return COLUMNS.get(role, role) not in self.admitted[route]
