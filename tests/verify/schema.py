"""The part of JSON Schema that the archive's schemas use (5.2)."""

import re

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")


def follows(value, schema, root):
    """Whether a value follows a schema."""
    if "$ref" in schema:
        return follows(value, root["$defs"][schema["$ref"].rsplit("/", 1)[-1]], root)
    if "anyOf" in schema:
        return any(follows(value, option, root) for option in schema["anyOf"])
    if "const" in schema:
        return value == schema["const"]
    if "enum" in schema:
        return value in schema["enum"]
    types = schema.get("type")
    types = types if isinstance(types, list) else [types]
    return any(_is(value, name, schema, root) for name in types)


def _is(value, name, schema, root):
    if name == "null":
        return value is None
    if name == "boolean":
        return isinstance(value, bool)
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "string":
        pattern = schema.get("pattern")
        shaped = schema.get("format") != "uuid" or (isinstance(value, str) and UUID.match(value))
        return isinstance(value, str) and bool(shaped) and (pattern is None or re.search(pattern, value) is not None)
    if name == "array":
        return isinstance(value, list) and all(follows(item, schema["items"], root) for item in value)
    return isinstance(value, dict) and _object(value, schema, root)


def _object(value, schema, root):
    properties, additional = schema.get("properties", {}), schema.get("additionalProperties", True)
    if not set(schema.get("required", [])) <= set(value):
        return False
    for name, item in value.items():
        if name in properties:
            if not follows(item, properties[name], root):
                return False
        elif additional is False or (isinstance(additional, dict) and not follows(item, additional, root)):
            return False
        elif "propertyNames" in schema and name not in schema["propertyNames"]["enum"]:
            return False
    return True
