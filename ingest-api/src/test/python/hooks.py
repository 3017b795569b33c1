"""What schemathesis has to be told of the ingest API: how lines are written and read.

OpenAPI 3.1 has no word for a sequence, so the description calls a stream a text whose lines are
what contentSchema says. Here it is a list of them, and is made and compared as any other list.

PERENNIAL_TYPES, names of event types between commas, leaves the others out: the phase "coverage"
breaks every rule of every type, some 10,000 requests.
"""

import json
import os

import schemathesis

NDJSON = "application/x-ndjson"


@schemathesis.serializer(NDJSON)
def write_lines(context, value):
    lines = value if isinstance(value, list) else [value]
    return {"data": "".join(json.dumps(line, default=str) + "\n" for line in lines).encode()}


@schemathesis.deserializer(NDJSON)
def read_lines(context, response):
    return [json.loads(line) for line in response.text.split("\n") if line]


@schemathesis.hook
def before_load_schema(context, raw_schema):
    post = raw_schema["paths"].get("/v1/events", {}).get("post")
    if post is None:
        return
    as_list(post["requestBody"]["content"][NDJSON], 8)
    as_list(post["responses"]["200"]["content"][NDJSON], None)
    if os.environ.get("PERENNIAL_TYPES"):
        keep(raw_schema, post, os.environ["PERENNIAL_TYPES"].split(","))


def as_list(content, most):
    line = content["schema"]["contentSchema"]
    content["schema"] = {"type": "array", "minItems": 1, "items": line}
    if most:
        content["schema"]["maxItems"] = int(most)
    for example in content.get("examples", {}).values():
        example["value"] = [parsed(line) for line in example["value"].split("\n") if line]


def parsed(line):
    try:
        return json.loads(line)
    except ValueError:
        return line


def keep(raw_schema, post, types):
    event = raw_schema["components"]["schemas"]["Event"]
    mapping = event["discriminator"]["mapping"]
    event["discriminator"]["mapping"] = {name: mapping[name] for name in types}
    event["oneOf"] = [{"$ref": mapping[name]} for name in types]
    for content in post["requestBody"]["content"].values():
        examples = content["examples"]
        for name in [name for name in examples if name in mapping and name not in types]:
            del examples[name]
