"""The part of JSON Schema that the archives use (5.2)."""
import re

from canon import is_date, is_uuid
from findings import Bad

_REF = re.compile(r"#/\$defs/([A-Za-z0-9_]+)")
_PATTERNS = {"^[0-9]{14}$": re.compile(r"[0-9]{14}")}
_FORMATS = {"date": is_date, "uuid": is_uuid}
_NOTES = {"$schema", "title", "description", "$defs"}
_TYPES = {"object": dict, "array": list, "string": str, "integer": int,
          "boolean": bool, "null": type(None)}
MAX_DEPTH = 100


class Schema:
    """A schema; `check` raises Bad when a value does not follow it.

    An unknown keyword, pattern or format is refused, not ignored. The number
    of steps is bounded by the size of the value: a hostile schema cannot
    make the check long.
    """

    def __init__(self, root):
        self.root = root
        self.steps = 0

    def check(self, value, size):
        self.steps = 3000 + 4 * size
        self._check(self.root, value, "", 0)

    def _check(self, schema, value, path, depth):
        self.steps -= 1
        if self.steps < 0 or depth > MAX_DEPTH:
            raise Bad("schéma trop complexe")
        if schema is True:
            return
        if type(schema) is not dict:
            raise Bad(f"{path or '.'} n’est pas admis")
        for word, rule in schema.items():
            if word in _NOTES:
                continue
            test = _WORDS.get(word)
            if test is None:
                raise Bad(f"mot de schéma inconnu : {word}")
            test(self, schema, rule, value, path, depth + 1)

    def _type(self, schema, rule, value, path, depth):
        names = rule if type(rule) is list else [rule]
        if not any(type(n) is str and type(value) is _TYPES.get(n, Bad) for n in names):
            raise Bad(f"{path or '.'} : type")

    def _properties(self, schema, rule, value, path, depth):
        _need(rule, dict)
        if type(value) is dict:
            for name, sub in rule.items():
                if name in value:
                    self._check(sub, value[name], f"{path}.{name}", depth)

    def _required(self, schema, rule, value, path, depth):
        for name in _need(rule, list):
            if type(value) is dict and _need(name, str) not in value:
                raise Bad(f"{path}.{name} manque")

    def _additional(self, schema, rule, value, path, depth):
        known = _need(schema.get("properties", {}), dict)
        if type(value) is dict:
            for name in value:
                if name not in known:
                    self._check(rule, value[name], f"{path}.{name}", depth)

    def _names(self, schema, rule, value, path, depth):
        if type(value) is dict:
            for name in value:
                self._check(rule, name, f"{path} (clé)", depth)

    def _items(self, schema, rule, value, path, depth):
        if type(value) is list:
            for n, item in enumerate(value):
                self._check(rule, item, f"{path}[{n}]", depth)

    def _enum(self, schema, rule, value, path, depth):
        self.steps -= len(_need(rule, list))
        if not any(type(r) is type(value) and r == value for r in rule):
            raise Bad(f"{path or '.'} : valeur")

    def _const(self, schema, rule, value, path, depth):
        if type(rule) is not type(value) or rule != value:
            raise Bad(f"{path or '.'} : valeur")

    def _any_of(self, schema, rule, value, path, depth):
        for sub in _need(rule, list):
            try:
                return self._check(sub, value, path, depth)
            except Bad:
                continue
        raise Bad(f"{path or '.'} : aucune des formes admises")

    def _ref(self, schema, rule, value, path, depth):
        match = _REF.fullmatch(_need(rule, str))
        defs = _need(self.root.get("$defs", {}), dict)
        if not match or match[1] not in defs:
            raise Bad("renvoi inconnu dans le schéma")
        self._check(defs[match[1]], value, path, depth)

    def _format(self, schema, rule, value, path, depth):
        test = _FORMATS.get(_need(rule, str))
        if test is None:
            raise Bad(f"format inconnu : {rule}")
        if type(value) is str and not test(value):
            raise Bad(f"{path or '.'} : format {rule}")

    def _pattern(self, schema, rule, value, path, depth):
        test = _PATTERNS.get(_need(rule, str))
        if test is None:
            raise Bad(f"motif inconnu : {rule}")
        if type(value) is str and not test.fullmatch(value):
            raise Bad(f"{path or '.'} : motif")


def _need(value, kind):
    if type(value) is not kind:
        raise Bad("schéma mal formé")
    return value


_WORDS = {"type": Schema._type, "properties": Schema._properties,
          "required": Schema._required, "additionalProperties": Schema._additional,
          "propertyNames": Schema._names, "items": Schema._items,
          "enum": Schema._enum, "const": Schema._const, "anyOf": Schema._any_of,
          "$ref": Schema._ref, "format": Schema._format, "pattern": Schema._pattern}
