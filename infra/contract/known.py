"""What the city has: the ids in its answers, and which of them belong together."""

import re

# By shape wherever they stand, or by the name of the member that holds them.
SHAPES = {
    "policy": re.compile(r"p[0-9a-f]{20}"),
    "application": re.compile(r"a[0-9a-f]{20}"),
    "evidence": re.compile(r"e[0-9a-f]{20}"),
    "document": re.compile(r"d[0-9a-f]{20}"),
    "filing": re.compile(r"f[0-9a-f]{20}"),
    "receipt": re.compile(r"R[0-9]{8}-[0-9A-F]{10}[0-9A-Z]"),
    "change": re.compile(r"[a-z]+~[0-9]{17}~[0-9a-f]{8}"),
}
MEMBERS = {
    "run": "run",
    "certificate": "certificate",
    "certificateNumber": "certificate",
    "documentNumber": "list",
    "insurer": "insurer",
    "clauseNumber": "clause",
    "person": "person",
    "proposedBy": "person",
    "evaluator": "evaluator",
    "creditCode": "creditCode",
    "next": "cursor",
    "district": "district",
    "quarter": "quarter",
    "sha256": "sha256",
    "round": "round",
    "place": "place",
    "year": "year",
}
MOST = 300


class Known:
    """Ids by name, those that a person has seen apart; and sets of path parameters that hang together."""

    def __init__(self):
        self.values = {}
        self.seen = {}
        self.sets = {}

    def learn(self, person, path, answer):
        base = {name: str(value) for name, value in path.items() if name != "scheme"}
        for name, value in self.found(answer):
            self.remember(person, name, value)
            self.together({name: value})
            if base and name not in base:
                self.together({**base, name: value})
        if base:
            self.together(base)

    def remember(self, person, name, value):
        for kept in (self.values.setdefault(name, {}), self.seen.setdefault((person, name), {})):
            if len(kept) < MOST:
                kept[value] = None

    def together(self, values):
        kept = self.sets.setdefault(frozenset(values), {})
        if len(kept) < MOST:
            kept[tuple(sorted(values.items()))] = None

    def found(self, answer, member=""):
        if isinstance(answer, dict):
            for name, value in answer.items():
                yield from self.found(value, name)
        elif isinstance(answer, list):
            for value in answer:
                yield from self.found(value, member)
        elif isinstance(answer, (str, int)) and not isinstance(answer, bool):
            text = str(answer)
            shaped = [name for name, shape in SHAPES.items() if shape.fullmatch(text)]
            if shaped:
                yield from ((name, text) for name in shaped)
                if shaped == ["policy"]:
                    yield "claim", text
            elif member in MEMBERS:
                yield MEMBERS[member], text

    def real(self, rng, person, name):
        """A value that exists, mostly one that this person has seen; None when there is none."""
        own = self.seen.get((person, name), {})
        chosen = own if own and rng.random() < 0.75 else self.values.get(name, {})
        return rng.choice(list(chosen)) if chosen else None

    def path(self, rng, person, names):
        """Values of path parameters that exist together, where such are known."""
        names = set(names) - {"scheme"}
        if len(names) > 1:
            together = [kept for kept in self.sets if kept >= names]
            if together and rng.random() < 0.9:
                chosen = dict(rng.choice(list(self.sets[min(together, key=lambda kept: (len(kept), sorted(kept)))])))
                return {name: chosen[name] for name in names}
        values = {}
        for name in sorted(names):
            value = self.real(rng, person, name)
            if value is not None:
                values[name] = value
        return values
