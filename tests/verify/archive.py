"""The container (chapter 3), read strictly."""

import re
import struct
import zlib

NAME = re.compile(r"[A-Za-z0-9_./-]{1,100}\Z")
LARGEST = 2**32 - 1
FIXED = (0, 8, 0, 0x0021)


class Damaged(Exception):
    """The file is not of the one form of an archive."""


class Archive:
    """An archive on disk; files are unpacked when they are asked for."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.data = file.read()
        if len(self.data) > LARGEST:
            raise Damaged("trop grand")
        self.entries = self._directory()

    def _directory(self):
        size = len(self.data)
        if size < 22:
            raise Damaged("trop court")
        end = struct.unpack("<IHHHHIIH", self.data[-22:])
        signature, disk, first_disk, here, total, length, start, comment = end
        if (signature, disk, first_disk, comment) != (0x06054B50, 0, 0, 0) or here != total or total > 128:
            raise Damaged("fin")
        if start + length != size - 22:
            raise Damaged("répertoire")
        place, following, entries = start, 0, {}
        for _ in range(total):
            name, entry, place = self._central(place, size - 22, following)
            if name in entries:
                raise Damaged("nom répété")
            entries[name] = entry
            following = entry[0] + entry[1]
        if following != start or place != size - 22:
            raise Damaged("octets en trop")
        if sum(entry[2] for entry in entries.values()) > size * 64 + (16 << 20):
            raise Damaged("dépaquetage démesuré")
        return entries

    def _central(self, place, end, following):
        if place + 46 > end:
            raise Damaged("répertoire")
        fields = struct.unpack("<IHHHHHHIIIHHHHHII", self.data[place : place + 46])
        signature, _, *common = fields[:12]
        extra, comment, disk, internal, _, offset = fields[11:17]
        common = tuple(common)
        if signature != 0x02014B50 or (comment, disk, internal) != (0, 0, 0) or offset != following:
            raise Damaged("répertoire")
        length = fields[10]
        raw = self.data[place + 46 : place + 46 + length]
        local = self.data[offset : offset + 30 + length]
        if len(local) != 30 + length:
            raise Damaged("en-tête")
        header = struct.unpack("<IHHHHHIIIHH", local[:30])
        if header[0] != 0x04034B50 or header[1:] != common or local[30:] != raw:
            raise Damaged("en-tête")
        if common[1:5] != FIXED or extra != 0:
            raise Damaged("en-tête")
        crc, packed, size = common[5:8]
        return _name(raw), (offset + 30 + length, packed, size, crc), place + 46 + length

    def read(self, name):
        """The content of a file."""
        start, packed, size, crc = self.entries[name]
        unpacker = zlib.decompressobj(-15)
        try:
            content = unpacker.decompress(self.data[start : start + packed], size + 1)
        except zlib.error as problem:
            raise Damaged(name) from problem
        whole = unpacker.eof and not unpacker.unused_data and not unpacker.unconsumed_tail
        if not whole or len(content) != size or zlib.crc32(content) != crc:
            raise Damaged(name)
        return content


def _name(raw):
    try:
        name = raw.decode("ascii")
    except UnicodeDecodeError as problem:
        raise Damaged("nom") from problem
    if not NAME.match(name) or any(part in ("", ".", "..") for part in name.split("/")):
        raise Damaged("nom")
    return name
