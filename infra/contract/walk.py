#!/usr/bin/env python3.13
"""Walks the running sample city with a token of each role and holds every answer against infra/openapi.yaml."""

import argparse
import copy
import random
import re
import sys
import time
import warnings
from collections import Counter
from pathlib import Path

import hypothesis
from hypothesis import HealthCheck, Phase
from schemathesis import GenerationMode
from schemathesis.core import NOT_SET

import acts
import odd
from access import Access
from caller import Caller, Description, quoted

ROOT = Path(__file__).resolve().parents[2]
ROLES = {
    "enterprise": "AS_MAKER_01",
    "district": "AS_GANJINGZI_OFFICER_1",
    "commission": "AS_COMMISSION_SIGNER_1",
    "administrator": "AS_COMMISSION_ADMIN_1",
    "evaluator": "AS_HENGCE_EXPERT_1",
    "insurer": "AS_HAIYUE_SIGNER",
    "regulator": "AS_REGULATOR_SIGNER_1",
    "finance": "AS_FINANCE_SIGNER_1",
    "auditor": "AS_AUDITOR_1",
    "no token": None,
}
QUIET = dict(
    database=None,
    deadline=None,
    derandomize=False,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def environment(path):
    """The city's address and the tokens, as its env file says them."""
    values = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"([A-Z0-9_]+)='?([^'\"]*)'?", line)
        if match:
            values[match[1]] = match[2]
    return values


def tokens_of(values):
    header = "Authorization: "
    return {name: value.removeprefix(header) for name, value in values.items() if value.startswith(header)}


def generated(operation, mode, count, seed):
    """Cases of an operation, as schemathesis makes them; fewer when there are no more."""
    cases = []

    @hypothesis.seed(seed)
    @hypothesis.settings(max_examples=count, **QUIET)
    @hypothesis.given(case=operation.as_strategy(generation_mode=mode))
    def collect(case):
        cases.append(case)

    try:
        collect()
    except (hypothesis.errors.Unsatisfiable, hypothesis.errors.FailedHealthCheck):
        pass
    return cases


class Walk:
    """The calls that nobody thought of, operation by operation."""

    def __init__(self, caller: Caller, seed: int, examples: int, odds: int):
        self.caller = caller
        self.description = caller.description
        self.seed = seed
        self.examples = examples
        self.odds = odds
        self.rng = random.Random(seed)

    def walk(self):
        for name, operation in sorted(self.description.operations.items()):
            self.as_each_role(name, operation)
            self.odd_parameters(name, operation)
            self.odd_bodies(name, operation)

    def as_each_role(self, name, operation):
        count = self.examples * len(ROLES)
        good = generated(operation, GenerationMode.POSITIVE, count, self.seed)
        bad = generated(operation, GenerationMode.NEGATIVE, count // 2, self.seed)
        for number, person in enumerate(ROLES.values()):
            self.begin(name, person)
            self.described(person, operation)
            for index in range(self.examples):
                self.begin(name, person, "good", index)
                if good:
                    self.positive(person, good[(number * self.examples + index) % len(good)])
            for index in range(self.examples // 2):
                self.begin(name, person, "bad", index)
                if bad:
                    self.negative(person, bad[(number * (self.examples // 2) + index) % len(bad)])

    def begin(self, *call):
        """Chooses anew from the seed and the call, so that no call depends on how many were chosen for before it."""
        for rng in (self.rng, self.caller.rng):
            rng.seed("/".join(map(str, (self.seed, *call))))

    def described(self, person, operation):
        """The description's example, on what is there."""
        body = self.example(person, operation)
        self.caller.send(person, self.caller.case(operation, path=self.path(person, operation), body=body))

    def path(self, person, operation):
        names = [p["name"] for p in self.description.parameters(operation) if p["in"] == "path"]
        return self.caller.known.path(self.rng, person, names)

    def example(self, person, operation):
        """The example of the request, with what the city has in place of the ids that it shows."""
        body = self.description.example(operation)
        return body if body is NOT_SET else self.real(person, body)

    def real(self, person, body, member=""):
        if isinstance(body, dict):
            return {name: self.real(person, value, name) for name, value in body.items()}
        if isinstance(body, list):
            return [self.real(person, value, member) for value in body]
        for name, value in self.caller.known.found(body, member):
            found = self.caller.known.real(self.rng, person, name)
            if isinstance(body, str) and found is not None and self.rng.random() < 0.6:
                return found
        return body

    def positive(self, person, case):
        case = self.copied(case)
        if self.rng.random() < 0.85:
            case.path_parameters.update(quoted(self.path(person, case.operation)), scheme="dalian")
        if case.body is not NOT_SET:
            case.body = self.real(person, case.body)
        self.caller.send(person, case)

    def negative(self, person, case):
        case = self.copied(case)
        keep = [name for name in case.headers if self.rng.random() < 0.3]
        if self.rng.random() < 0.6:
            case.path_parameters.update(quoted(self.path(person, case.operation)), scheme="dalian")
        self.caller.send(person, case, keep)

    def copied(self, case):
        bare = isinstance(case.body, type(NOT_SET))
        media = {} if bare else {"media_type": case.media_type or "application/json"}
        return case.operation.Case(
            path_parameters=dict(case.path_parameters or {}),
            headers=dict(case.headers or {}),
            query=copy.deepcopy(dict(case.query or {})),
            body=NOT_SET if bare else copy.deepcopy(case.body),
            **media,
        )

    def whoever(self, name):
        """Somebody whom the operation has answered, else anybody with a token."""
        succeeded = [person for person in self.caller.succeeded[name] if person is not None]
        return self.rng.choice(succeeded or [person for person in ROLES.values() if person is not None])

    def odd_parameters(self, name, operation):
        for parameter in self.description.parameters(operation):
            where, called = parameter["in"], parameter["name"]
            self.begin(name, where, called)
            values = odd.for_parameter(called)
            cursors = list(self.caller.known.values.get("cursor", {}))
            if called == "cursor" and cursors:
                values = values + self.rng.sample(cursors, min(4, len(cursors)))
            if called == "scheme":
                values = values[:3]
            chosen = values if called in ("cursor", "limit") else self.rng.sample(values, min(self.odds, len(values)))
            for value in chosen:
                self.begin(name, where, called, value)
                self.odd_parameter(self.whoever(name), operation, where, called, value)
        self.authorizations(operation)

    def odd_parameter(self, person, operation, where, called, value):
        path = self.path(person, operation)
        query = self.required(operation)
        headers = {}
        if where == "path":
            path[called] = value
        elif where == "query":
            query[called] = value
        else:
            headers[called] = value
        case = self.caller.case(operation, path=path, headers=headers, query=query, body=self.example(person, operation))
        self.caller.send(person, case, keep=list(headers))

    def required(self, operation):
        parameters = self.description.parameters(operation)
        return {p["name"]: p["example"] for p in parameters if p["in"] == "query" and p.get("required")}

    def authorizations(self, operation):
        self.begin(operation.label, "authorization")
        headers = {"Authorization": self.rng.choice(odd.AUTHORIZATIONS)}
        case = self.caller.case(operation, headers=headers, body=self.description.example(operation))
        self.caller.send(None, case, keep=["Authorization"])

    def odd_bodies(self, name, operation):
        if self.description.example(operation) is NOT_SET:
            return
        for index in range(self.odds * 2):
            self.begin(name, "mutated", index)
            self.raw(name, operation, lambda body: odd.sendable(odd.mutated(self.rng, body)))
        self.begin(name, "raw")
        for raw in self.rng.sample(odd.RAW, min(self.odds, len(odd.RAW))):
            self.raw(name, operation, lambda _: raw)

    def raw(self, name, operation, made):
        person = self.whoever(name)
        body = self.example(person, operation)
        case = self.caller.case(operation, path=self.path(person, operation), body=body)
        self.caller.send(person, case, raw=made(body))


def report(caller, seconds):
    """Prints what was called and answered; whether all of it was as described."""
    by_class = Counter()
    for statuses in caller.statuses.values():
        for status, count in statuses.items():
            by_class[status // 100] += count
    never = sorted(set(caller.description.operations) - set(caller.succeeded))
    for name, person, messages, curl, answer in caller.failures[:50]:
        print(f"\n{name} as {person or 'nobody'}")
        for message in messages:
            print("  " + message.replace("\n", "\n  "))
        print(f"  answered {answer}\n  {curl}")
    if len(caller.failures) > 50:
        print(f"\n… and {len(caller.failures) - 50} more")
    classes = ", ".join(f"{count} {status}xx" for status, count in sorted(by_class.items()))
    print(f"\n{caller.calls} calls of {len(caller.statuses)} operations with tokens of {len(ROLES) - 1} roles and none, in {seconds:.0f} s: {classes}")
    print(f"{by_class[2] + by_class[3]} calls were accepted, {caller.allowed} of them as the description allows")
    print(f"{caller.refused} calls came from whom docs/access.md refuses, and were refused")
    print(f"{caller.not_sendable} values that HTTP does not carry were left out")
    print(f"never answered 2xx: {', '.join(never) or 'none'}")
    print(f"{len(caller.failures)} answers not as described")
    return not caller.failures and len(caller.statuses) == len(caller.description.operations)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("env", type=Path, help="the env file of the city that runs, …/demo/env")
    arguments.add_argument("--seed", type=int, default=20251103)
    arguments.add_argument("--examples", type=int, default=2, help="generated calls of each operation by each role")
    arguments.add_argument("--odds", type=int, default=4, help="odd values of each parameter")
    said = arguments.parse_args()
    warnings.simplefilter("ignore")
    values = environment(said.env)
    tokens = tokens_of(values)
    print(f"walking {values['API']}, seed {said.seed}")
    begun = time.monotonic()
    caller = Caller(
        Description(ROOT / "infra/openapi.yaml"),
        values["API"].split("/v1/")[0],
        tokens,
        said.seed,
        Access(ROOT / "docs/access.md"),
        {person: role for role, person in ROLES.items()},
    )
    story = acts.Acts(caller, Path(values["DEMO"]) / "sample.pdf")
    story.before()
    print(f"the acts of a year: {caller.calls} calls, {time.monotonic() - begun:.0f} s")
    Walk(caller, said.seed, said.examples, said.odds).walk()
    story.after()
    return 0 if report(caller, time.monotonic() - begun) else 1


if __name__ == "__main__":
    sys.exit(main())
