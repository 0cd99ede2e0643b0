"""Computes an allocation plan from its input, written from docs/scheme/plan-format.md alone.

recompute.py INPUT PLAN [SIGNED-PLAN...]   0 equal, 1 differs, 2 unreadable, 64 usage
recompute.py --write DIRECTORY             for each NAME.input there, writes NAME.python
recompute.py --follow DIRECTORY            each NAME.input there against all NAME.plan there

Python 3.9 or newer, standard library only.
"""

import hashlib
import pathlib
import re
import sys
from collections import defaultdict

MOST_FEN = 10**15
OPTIONS = [
    ["PROPOSAL_RECEIVED", "CONTRACT_SIGNED", "INCEPTION"],
    ["PAY_THE_PART_LEFT", "SKIP_TO_NEXT_THAT_FITS", "STOP"],
    ["BUDGET_YEAR", "INSURING_YEAR", "BOTH_SMALLER_LEFT"],
    ["LAPSES", "CARRIED_FIRST_IN_LINE"],
    ["SET_ASIDE", "NOTHING_SET_ASIDE"],
]
REASONS = (
    "NOT_ACCEPTED_BY_REGULATOR NOT_ACCEPTED_BY_COMMISSION NOT_ACCEPTED_BY_FINANCE UNCONFIRMED"
    " DISPUTED UNDETERMINED HELD_BY_REGULATOR HELD_BY_COMMISSION HELD_BY_FINANCE"
    " CERTIFICATE_REVOKED"
).split()


class Unreadable(Exception):
    pass


class Input:
    """The lines of an input, read one by one."""

    def __init__(self, data):
        self.lines = iter(data.decode("utf-8").split("\n"))
        self.number = 0

    def take(self, count=None):
        self.number += 1
        fields = next(self.lines).split("\t")
        if count is not None and len(fields) != count:
            self.refuse(f"{count} fields", len(fields))
        return fields

    def refuse(self, expected, found):
        raise Unreadable(f"input line {self.number}: expected {expected}, found {found}")

    def check(self, fine, expected, found):
        if not fine:
            self.refuse(expected, found)

    def fen(self, field, least=0):
        fine = re.fullmatch("0|[1-9][0-9]{0,15}", field) and least <= int(field) <= MOST_FEN
        self.check(fine, f"fen from {least}", field)
        return int(field)


def key(text):
    """A text field by the bytes of its UTF-8, unescaped."""
    names = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
    return re.sub(r"\\(.)", lambda found: names[found.group(1)], text).encode("utf-8")


def plan_of(data):
    source = Input(data)
    head = source.take(8)
    source.check(head[:2] == ["firstbatch-plan-input/1", "SHA-256"], "the format", head[:2])
    budget = source.fen(head[3])
    terms = source.take(10)
    source.check(terms[0] == "terms", "terms", terms[0])
    for option, values in zip(terms[5:], OPTIONS):
        source.check(option in values, values, option)
    cap = source.fen(terms[4])
    _, partial, cap_year, unpaid, unready = terms[5:]
    source.check((head[2] == "none") == (terms[3] == "1"), "none exactly at place 1", head[2])

    fields, counted = source.take(), []
    while fields[0] == "counted":
        source.check(len(fields) == 4 and cap_year != "BUDGET_YEAR", "no counted", fields)
        source.check(not counted or counted[-1] < fields[1], "years upwards", fields[1])
        source.check(fields[1] != terms[2], "another year", fields[1])
        counted.append(fields[1])
        fields = source.take()

    budget_taken = defaultdict(int)
    insured_taken = defaultdict(int)
    last = None
    while fields[0] == "awarded":
        _, code, year, fen = fields
        place = (key(code), 0 if year == "budget" else int(year))
        source.check(last is None or last < place, "credit codes in order", place)
        last = place
        behind = counted and year != "budget" or terms[3] != "1"
        source.check(behind, "awards only with a signed plan behind them", year)
        source.check(year == "budget" or cap_year != "BUDGET_YEAR", "budget", year)
        if year == "budget":
            budget_taken[code] = source.fen(fen, 1)
        else:
            insured_taken[code, year] = source.fen(fen, 1)
        fields = source.take()
    taken = sum(budget_taken.values())
    source.check(taken <= budget, "awards within the budget", taken)

    digest = hashlib.sha256(data).hexdigest()
    out = [["firstbatch-plan/1", "SHA-256", digest, *terms[1:4]]]
    stopped, awarded, set_aside, last = False, 0, 0, None
    while fields[0] == "claim":
        source.check(len(fields) == 11, "11 fields", len(fields))
        _, queue, insured, received, insurer, policy, code, name, _, amount, reasons = fields
        place = (queue != "carried", insured, received, key(insurer), key(policy))
        source.check(last is None or last < place, "claims in order", policy)
        source.check(queue == "queued" or unpaid == "CARRIED_FIRST_IN_LINE", "queued", queue)
        known = reasons == "none" or all(reason in REASONS for reason in reasons.split(","))
        source.check(known, "known reasons", reasons)
        last = place
        outstanding, year, ready = source.fen(amount, 1), insured[:4], reasons == "none"

        left_by_budget_year = cap - budget_taken[code]
        left_by_insuring_year = cap - insured_taken[code, year]
        cap_left = max(
            0,
            {
                "BUDGET_YEAR": left_by_budget_year,
                "INSURING_YEAR": left_by_insuring_year,
                "BOTH_SMALLER_LEFT": min(left_by_budget_year, left_by_insuring_year),
            }[cap_year],
        )
        budget_left = budget - taken
        counts = ready or unready == "SET_ASIDE"
        fundable = min(outstanding, cap_left)
        if stopped:
            would = 0
        elif fundable <= budget_left:
            would = fundable
        else:
            would = budget_left if partial == "PAY_THE_PART_LEFT" else 0
            stopped = counts and partial == "STOP"
        award = would if ready else 0
        if counts:
            budget_taken[code] += would
            insured_taken[code, year] += would
            taken += would
            set_aside += would - award
        awarded += award

        if not ready:
            outcome = "SET_ASIDE"
        elif award == outstanding:
            outcome = "FUNDED"
        elif cap_left == 0:
            outcome = "CAP_EXHAUSTED"
        elif award == 0:
            outcome = "WAITLISTED"
        elif award == cap_left:
            outcome = "REDUCED_BY_CAP"
        else:
            outcome = "REDUCED_BY_BUDGET"
        out.append(
            ["line", code, name, insurer, policy, insured, received, outstanding, cap_left]
            + [budget_left, award, outcome, reasons]
        )
        fields = source.take()

    source.check(fields == ["end", str(len(out) - 1)], f"end {len(out) - 1}", fields)
    source.check(list(source.lines) == [""], "one line feed and the end", "more or less")
    out.append(["end", len(out) - 1, awarded, set_aside])
    return "".join("\t".join(map(str, line)) + "\n" for line in out).encode("utf-8")


def rows(data):
    return [line.split("\t") for line in data.decode("utf-8").split("\n")[:-1]]


def breaks(data, plans):
    """In what an input does not follow from signed plans, which are given in any order."""
    lines = rows(data)
    (_, _, previous, *_), (_, scheme, own, place, _, _, _, cap_year, *_) = lines[:2]
    named = {own: (int(place) - 1, previous)}
    named.update({row[1]: (int(row[2]), row[3]) for row in lines if row[0] == "counted"})
    found, sums = {}, defaultdict(int)
    for plan in plans:
        (*_, of_scheme, year, at), *body = rows(plan)
        if of_scheme != scheme or int(at) > named.get(year, (0, ""))[0]:
            continue
        found[year, int(at)] = hashlib.sha256(plan).hexdigest()
        for row in body[:-1]:
            if year == own:
                sums[key(row[1]), "budget"] += int(row[10])
            if cap_year != "BUDGET_YEAR":
                sums[key(row[1]), row[5][:4]] += int(row[10])
    wrong = []
    for year, (last, digest) in named.items():
        wrong += [(year, at, "missing") for at in range(1, last + 1) if (year, at) not in found]
        if last and found.get((year, last)) not in (None, digest):
            wrong.append((year, last, "another hash"))
    listed = {(key(row[1]), row[2]): int(row[3]) for row in lines if row[0] == "awarded"}
    expected = {enterprise: fen for enterprise, fen in sums.items() if fen}
    return wrong or [each for each in [("awarded", expected, listed)] if expected != listed]


def follow(directory):
    plans = [file.read_bytes() for file in sorted(directory.glob("*.plan"))]
    wrong = 0
    for source in sorted(directory.glob("*.input")):
        for each in breaks(source.read_bytes(), plans):
            print(source.name, each)
            wrong = 1
    return wrong


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--follow":
        return follow(pathlib.Path(arguments[1]))
    if len(arguments) == 2 and arguments[0] == "--write":
        for source in sorted(pathlib.Path(arguments[1]).glob("*.input")):
            source.with_suffix(".python").write_bytes(plan_of(source.read_bytes()))
        return 0
    if len(arguments) < 2:
        print("usage: recompute.py INPUT PLAN [SIGNED-PLAN...]", file=sys.stderr)
        return 64
    try:
        data, found, *signed = [pathlib.Path(name).read_bytes() for name in arguments]
        expected = plan_of(data)
        wrong = breaks(data, signed) if signed else []
    except (OSError, UnicodeDecodeError, StopIteration, ValueError, Unreadable) as problem:
        print(problem or "the input ends too early", file=sys.stderr)
        return 2
    print("plan      ", hashlib.sha256(found).hexdigest())
    print("recomputed", hashlib.sha256(expected).hexdigest())
    print("equal" if expected == found else "differs")
    for each in wrong:
        print("does not follow", each)
    return 0 if expected == found and not wrong else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
