"""Values that break what is careless: in paths, queries, headers and bodies."""

import base64
import copy
import json


def encoded(text):
    return base64.urlsafe_b64encode(text.encode("utf-8")).decode("ascii").rstrip("=")


ANYWHERE = ["a b", "你好😀", "\u0000", "a'b\"c<>", "x" * 300, "a#b?c&d=e", "a/b", "%", "%2F", "-1", "0", "99999999999999999999", "~", "!", "2026Q5", "ａ１", "null"]
BY_NAME = {
    "year": ["0", "0000", "99999", "-1", "2026.0", "２０２６", "1e3", "2000", "2999", "+2026", " 2026"],
    "place": ["0", "-1", "9999", "99999", "99999999999", "1.0", "１", "01"],
    "round": ["0", "-1", "9999", "99999", "99999999999", "1.0", "１", "01"],
    "from": ["0", "-1", "9999", "99999999999", "１", "01", ""],
    "to": ["0", "-1", "9999", "99999999999", "１", "01", ""],
    "day": ["0000-01-01", "2026-02-30", "9999-12-31", "10000-01-01", "+999999999-12-31", "-0001-01-01", "2026-1-1", "2026-01-01T00:00:00", "２０２６-01-01"],
    "contractSigned": ["0000-01-01", "2026-02-30", "9999-12-31", "+999999999-12-31", "1900-01-01", "2026-1-1", ""],
    "delivered": ["0000-01-01", "2026-02-30", "9999-12-31", "+999999999-12-31", "1900-01-01", "2026-1-1", ""],
    "limit": ["0", "-1", "201", "99999999999", "1e2", "", " 5", "５", "5.0", "+5"],
    "cursor": [
        "", "x", "!!!!", "0-0", "1-1", "9-9", "999999999999999-1", "999999999999999-999999999999999", "1-999999999999999", "-1-1", "MDAwMDAwMDAwMDAx",
        encoded("\u0000"), encoded("x" * 2000), encoded("{}"), encoded('{"pk":"a"}'), encoded("999999999999"), encoded("-1"), encoded("2026-01-01~1"), encoded("a|b|c"), encoded("😀"), "_" * 5000,
    ],
    "version": ["0", "-1", "99999999999", "1e1", "", "１"],
    "If-Match": ["*", 'W/"1"', "1", '"0"', '"-1"', '"99999999999999999999"', '""', "", '"1", "2"'],
    "Idempotency-Key": ["short", "a!bcdefghij", "x" * 65, "with blank inside", "", "kéy-kéy-kéy"],
    "firstbatch-organisation": ["nobody", "x" * 300, "a b", "", "a!b", "é"],
}
AUTHORIZATIONS = ["Bearer x", "Bearer ", "bearer", "Basic dTpw", "Bearer a.b.c", "Bearer eyJhbGciOiJub25lIn0.e30."]
RAW = [
    b"", b"[]", b"null", b"{", b"\xff\xfe", b'"text"', b"0", b'{"": 1}', b"[" * 20000, b'{"a":' * 20000, b'{"year": 1e999999999}', b'{"form": "\\ud800"}',
    b'{"ground": {"ground": []}, "ground": "twice"}', b'{"amount": ' + b"9" * 5000 + b"}",
]
LEAVES = [
    None, True, "", " ", "x" * 20000, "\u0000", "你好😀", -1, 0, 10**30, 1.5, [], {}, [[]], "0000-01-01", "+999999999-12-31", "9999-12-31", "2026-02-30", "99999Q1", "0000Q1",
    "99999999999999.99", "-1.00", "1e9", "0.001", "=1+1", "../../x", "2026-01-01T25:00", "2026-13-01", "\ud800",
]


def for_parameter(name):
    return BY_NAME.get(name, []) + ([] if name in ("limit", "If-Match", "Idempotency-Key") else ANYWHERE)


def leaves(value, at=()):
    """Where the leaves of a body are, itself included."""
    yield at
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*at, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*at, index))


def mutated(rng, body):
    """A body with one of its parts made odd or left out."""
    places = [place for place in leaves(body) if place]
    if not places:
        return rng.choice([{}, [], None, {"x": 1}])
    body = copy.deepcopy(body)
    *way, last = rng.choice(places)
    holder = body
    for step in way:
        holder = holder[step]
    if rng.random() < 0.15:
        del holder[last]
    else:
        holder[last] = copy.deepcopy(rng.choice(LEAVES))
    return body


def sendable(value):
    """As JSON in bytes; a lone surrogate as its escape."""
    return json.dumps(value, ensure_ascii=True).encode("ascii")
