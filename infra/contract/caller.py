"""Sends calls to a running city and holds each answer against infra/openapi.yaml."""

import json
import random
import shlex
import time
from collections import Counter, defaultdict
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlsplit

import jsonschema_rs
import requests
import schemathesis
import yaml
from schemathesis.checks import not_a_server_error
from schemathesis.core import NOT_SET
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from known import Known

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


class Description:
    """infra/openapi.yaml: its operations by name, and what schemathesis makes of them."""

    def __init__(self, path: Path):
        self.document = yaml.safe_load(path.read_text(encoding="utf-8"))
        self.schema = schemathesis.openapi.from_dict(self.document)
        self.operations = {}
        for result in self.schema.get_all_operations():
            operation = result.ok()
            self.operations[operation.definition.raw["operationId"]] = operation
        self.validators = {}

    def parameters(self, operation):
        """Its parameters, those of its path first, references followed."""
        item = self.document["paths"][operation.path]
        raw = item.get("parameters", []) + operation.definition.raw.get("parameters", [])
        return [self.follow(parameter) for parameter in raw]

    def follow(self, node):
        if "$ref" not in node:
            return node
        found = self.document
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        return found

    def example(self, operation):
        """The example of its request, a copy; NOT_SET when it takes none."""
        body = operation.definition.raw.get("requestBody")
        if body is None:
            return NOT_SET
        return json.loads(json.dumps(body["content"]["application/json"]["example"]))

    def forbids(self, operation, path, request):
        """Why a request is not one that the description allows; None when it allows it.

        path: the values of the path parameters as they were meant, not percent-encoded.
        """
        given = {"path": path, "query": dict(parse_qsl(urlsplit(request.url).query, keep_blank_values=True)), "header": request.headers}
        for parameter in self.parameters(operation):
            value = given[parameter["in"]].get(parameter["name"])
            if value is None or (value == "" and parameter["in"] == "query"):
                if parameter.get("required"):
                    return f"{parameter['in']} parameter {parameter['name']} is missing"
                continue
            why = self.unlike(parameter["schema"], self.typed(parameter["schema"], text(value)))
            if why is not None:
                return f"{parameter['in']} parameter {parameter['name']}: {why}"
        unknown = set(given["query"]) - {parameter["name"] for parameter in self.parameters(operation)}
        if unknown:
            return f"query parameter {min(unknown)} is not described"
        return self.forbids_body(operation, request.body)

    def forbids_body(self, operation, body):
        described = operation.definition.raw.get("requestBody")
        if not body:
            return "there is no body" if described is not None and described.get("required") else None
        if described is None:
            return None
        try:
            value = json.loads(body)
        except (ValueError, RecursionError):
            return "the body is not JSON"
        schema = described["content"]["application/json"]["schema"]
        return self.unlike(schema, self.written(schema, value))

    def written(self, schema, value):
        """A value without the optional fields that are null: they count as left out."""
        schema = self.follow(schema)
        if isinstance(value, list):
            return [self.written(schema.get("items", {}), item) for item in value]
        if not isinstance(value, dict):
            return value
        described = schema.get("properties", {})
        optional = described.keys() - set(schema.get("required", []))
        return {
            name: self.written(described.get(name, {}), part)
            for name, part in value.items()
            if part is not None or name not in optional
        }

    def typed(self, schema, value):
        """A parameter's text as its schema means it."""
        schema = self.follow(schema)
        if schema.get("type") == "integer" and value.removeprefix("-").isdigit() and value.isascii():
            return int(value)
        if schema.get("type") == "boolean" and value in ("true", "false"):
            return value == "true"
        return value

    def unlike(self, schema, value):
        """In what a value differs from a schema; None when it does not."""
        name = json.dumps(schema, sort_keys=True)
        if name not in self.validators:
            whole = {"allOf": [schema], "components": self.document["components"]}
            self.validators[name] = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
        try:
            for error in self.validators[name].iter_errors(value):
                at = "/".join(map(str, error.instance_path))
                return f"{at or 'it'}: {error.message[:300]}"
        except ValueError as broken:
            return f"not a value that JSON has: {broken}"
        return None

    def reads(self, operation):
        """The operation that reads the record on which this one acts: the nearest GET with an ETag."""
        path = operation.path
        while path.count("/") > 3:
            get = self.document["paths"].get(path, {}).get("get")
            if get is not None and "ETag" in self.follow(get["responses"].get("200", {})).get("headers", {}):
                return self.operations[get["operationId"]]
            path = path.rsplit("/", 1)[0]
        return None


def quoted(path):
    """Values of path parameters as schemathesis wants them: percent-encoded."""
    return {name: quote(value, safe="") for name, value in path.items()}


def text(value):
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def unquoted(path):
    return {name: unquote(str(value)) for name, value in path.items()}


class Caller:
    """Somebody who calls, with a token of each person, and remembers what was answered."""

    def __init__(self, description: Description, base: str, tokens: dict, seed: int, access, roles: dict):
        """roles: of each person whose answers are held against docs/access.md, None being nobody."""
        self.description = description
        self.base = base
        self.tokens = tokens
        self.seed = seed
        # Keys differ from those of an earlier walk of the same city.
        self.tag = f"{random.SystemRandom().randrange(16**6):06x}"
        self.rng = random.Random(seed)
        self.known = Known()
        self.session = requests.Session()
        self.session.trust_env = False
        self.statuses = defaultdict(Counter)
        self.succeeded = defaultdict(list)
        self.failures = []
        self.calls = 0
        self.allowed = 0
        self.refused = 0
        self.access = access
        self.roles = roles
        self.not_sendable = 0

    def case(self, operation, path=None, headers=None, query=None, body=NOT_SET):
        """A call of an operation; what a path leaves out is the parameter's example."""
        values = {}
        for parameter in self.description.parameters(operation):
            if parameter["in"] == "path":
                values[parameter["name"]] = (path or {}).get(parameter["name"], str(parameter["example"]))
        values = quoted(values)
        media = {} if body is NOT_SET else {"media_type": "application/json"}
        return operation.Case(
            path_parameters=values, headers=headers or {}, query=query or {}, body=body, **media
        )

    def takes(self, operation, header):
        """Whether an operation has a header, and whether it must be there: None, False or True."""
        for parameter in self.description.parameters(operation):
            if parameter["in"] == "header" and parameter["name"] == header:
                return parameter["required"]
        return None

    def key(self):
        return f"walk-{self.seed}-{self.calls:06d}-{self.tag}"

    def prepare(self, person, case, keep=()):
        """Gives a call its token, a key of its own and the version that stands, except those to keep."""
        operation = case.operation
        if self.takes(operation, "Idempotency-Key") and "Idempotency-Key" not in keep:
            case.headers["Idempotency-Key"] = self.key()
        if self.takes(operation, "If-Match") is not None and "If-Match" not in keep:
            case.headers.pop("If-Match", None)
            version = self.version(person, case)
            if version is not None and (self.takes(operation, "If-Match") or self.rng.random() < 0.5):
                case.headers["If-Match"] = version
            elif self.takes(operation, "If-Match") and self.rng.random() < 0.8:
                case.headers["If-Match"] = '"1"'
        if person is not None and "Authorization" not in keep:
            case.headers["Authorization"] = self.tokens[person]

    def version(self, person, case):
        """The version of the record on which a call acts, as this person reads it."""
        read = self.description.reads(case.operation)
        if read is None:
            return None
        return self.send(person, self.case(read, path=unquoted(case.path_parameters))).headers.get("etag")

    def send(self, person, case, keep=(), raw=None):
        """Sends a call and checks its answer; the answer, or one without a status if it could not be sent."""
        self.prepare(person, case, keep)
        return self.sent(person, case, raw)

    def sent(self, person, case, raw):
        name = case.operation.definition.raw["operationId"]
        arguments = case.as_transport_kwargs(base_url=self.base)
        if raw is not None:
            arguments.pop("json", None)
            arguments["data"] = raw
            arguments["headers"]["content-type"] = "application/json"
        self.calls += 1
        try:
            # A redirect leads to the bucket, which is not described here.
            response = self.session.request(**arguments, timeout=60, allow_redirects=False)
        except (UnicodeError, requests.exceptions.InvalidHeader, requests.exceptions.InvalidURL):
            self.calls -= 1
            self.not_sendable += 1
            return requests.Response()
        except requests.exceptions.RequestException as broken:
            self.failures.append((name, person, [f"no answer: {broken}"], self.curl(person, arguments), ""))
            return requests.Response()
        self.checked(name, person, case, arguments, response)
        return response

    def checked(self, name, person, case, arguments, response):
        self.statuses[name][response.status_code] += 1
        messages = self.accepted(case, response) + self.let_in(person, case, response)
        try:
            case.validate_response(response, checks=CHECKS)
        except FailureGroup as group:
            messages += [f"{failure.title}: {failure.message}" for failure in group.exceptions]
        if messages:
            answer = f"{response.status_code} {response.text[:600]}"
            self.failures.append((name, person, messages, self.curl(person, arguments), answer))
        if response.status_code // 100 in (2, 3):
            self.succeeded[name].append(person)
            if response.headers.get("content-type", "").startswith("application/json"):
                self.known.learn(person, unquoted(case.path_parameters), response.json())

    def accepted(self, case, response):
        """That something was done which the description forbids, if so."""
        if response.status_code // 100 not in (2, 3):
            return []
        why = self.description.forbids(case.operation, unquoted(case.path_parameters), response.request)
        if why is None:
            self.allowed += 1
            return []
        return [f"accepted, though the description forbids it: {why}"]

    def let_in(self, person, case, response):
        """That somebody did what docs/access.md lets none of their role do, if so."""
        if person not in self.roles or not self.access.refuses(self.roles[person], case.operation):
            return []
        if response.status_code // 100 not in (2, 3):
            self.refused += 1
            return []
        return [f"done by {self.roles[person]}, whom docs/access.md refuses"]

    def curl(self, person, arguments):
        """The call as a line for a shell that has read the city's env file."""
        request = requests.Request(
            **{name: arguments[name] for name in ("method", "url", "headers", "params", "json", "data") if name in arguments}
        )
        try:
            prepared = self.session.prepare_request(request)
        except (UnicodeError, requests.exceptions.RequestException):
            return f"{arguments['method']} {arguments['url']}"
        words = ["curl", "-i", "-X", prepared.method]
        for header, value in prepared.headers.items():
            if header.lower() in ("content-length", "accept-encoding", "user-agent", "connection", "accept", "x-schemathesis-testcaseid"):
                continue
            text = value.decode("latin-1") if isinstance(value, bytes) else value
            if header.lower() == "authorization" and text == self.tokens.get(person):
                words += ["-H", f'"${person}"']
            else:
                words += ["-H", shlex.quote(f"{header}: {text}")]
        if prepared.body:
            body = prepared.body.decode("utf-8", "backslashreplace") if isinstance(prepared.body, bytes) else prepared.body
            words += ["--data-binary", shlex.quote(body)]
        return " ".join([*words, shlex.quote(prepared.url)])

    def act(self, person, name, path=None, query=None, change=None, body=None):
        """A call that should succeed: the description's example, changed; its JSON, or {}."""
        operation = self.description.operations[name]
        said = self.description.example(operation) if body is None else body
        if change is not None:
            said = {**said, **change}
        response = self.send(person, self.case(operation, path=path, query=query, body=said))
        if response.headers.get("content-type", "").startswith(("application/json", "application/problem+json")):
            return response.json()
        return {}

    def clock(self, instant):
        """Puts the law's clock of the local city."""
        self.session.post(f"{self.base}/local/clock", json={"to": instant}, timeout=300).raise_for_status()

    def until(self, ask, satisfied, seconds=30):
        """Asks again until the answer satisfies; gives up after a while."""
        end = time.monotonic() + seconds
        answer = ask()
        while not satisfied(answer) and "detailEn" not in answer and time.monotonic() < end:
            time.sleep(0.2)
            answer = ask()
