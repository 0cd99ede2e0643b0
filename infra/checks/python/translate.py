"""Translates template.yaml as AWS does: translate.py TEMPLATE TRANSLATED.

The JSON carries the SHA-256 of the template that it was made from, so that nobody checks an old one.
"""

import hashlib
import json
import os
import sys

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class ManagedPolicies:
    """The names of AWS's managed policies are not looked up: the template uses none by name."""

    def load(self):
        return {}


def main(source, target):
    with open(source, "rb") as file:
        text = file.read()
    template = yaml_parse(text.decode("utf-8"))
    for resource in template["Resources"].values():
        properties = resource.get("Properties", {})
        if "CodeUri" in properties:
            properties["CodeUri"] = "s3://artifacts/" + os.path.basename(properties["CodeUri"])
        if "TemplateURL" in properties:
            name = os.path.basename(properties["TemplateURL"])
            properties["TemplateURL"] = "https://artifacts.s3.cn-north-1.amazonaws.com.cn/" + name
    translated = transform(template, {}, ManagedPolicies())
    translated["Metadata"] = {"TranslatedFrom": hashlib.sha256(text).hexdigest()}
    with open(target, "w", encoding="utf-8") as file:
        json.dump(translated, file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
