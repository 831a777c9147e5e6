"""The ZIP container, in the only admitted form (chapter 3)."""
import os
import re
import stat
import struct
import zlib

from findings import Bad

MAX_ARCHIVE = 4 << 30
MAX_FILES = 128
DATE = 0x0021
_NAME = re.compile(rb"[A-Za-z0-9_./-]{1,100}")
_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_CHUNK = 1 << 16
_OUT = 1 << 18
MAX_LINE = 8 << 20


class Member:
    """One file: where its compressed bytes are, and what it must give."""

    def __init__(self, name, start, packed, size, crc):
        self.name, self.start, self.packed = name, start, packed
        self.size, self.crc = size, crc


class Container:
    """An open archive; `members` by name, in the order of the directory."""

    def __init__(self, path):
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise Bad("ce n’est pas un fichier")
        self.fd = os.open(path, os.O_RDONLY)
        self.members = {}
        try:
            self.size = os.fstat(self.fd).st_size
            self._read_directory()
        except BaseException:
            self.close()
            raise

    def close(self):
        os.close(self.fd)

    def _read(self, size, offset):
        data = b""
        while len(data) < size:
            part = os.pread(self.fd, size - len(data), offset + len(data))
            if not part:
                raise Bad("archive coupée")
            data += part
        return data

    def _read_directory(self):
        if not 22 <= self.size <= MAX_ARCHIVE:
            raise Bad("taille de l’archive")
        end = _END.unpack(self._read(22, self.size - 22))
        sign, disk, first_disk, here, count, length, offset, comment = end
        if sign != b"PK\5\6" or disk or first_disk or comment:
            raise Bad("fin de l’archive")
        if here != count or not 1 <= count <= MAX_FILES:
            raise Bad("nombre de fichiers")
        if offset + length != self.size - 22 or length > count * (46 + 100):
            raise Bad("place du répertoire central")
        directory, at, place = self._read(length, offset), 0, 0
        for _ in range(count):
            at, place = self._read_entry(directory, at, place)
        if at != length or place != offset:
            raise Bad("octets hors des fichiers et du répertoire")
        if sum(m.size for m in self.members.values()) > 64 * self.size + (16 << 20):
            raise Bad("tailles dépaquetées")

    def _read_entry(self, directory, at, place):
        """One entry of the directory and its local header."""
        if at + 46 > len(directory):
            raise Bad("répertoire central coupé")
        (sign, _, version, flags, method, time, day, crc, packed, size, name_len,
         extra, comment, disk, internal, _, offset) = _CENTRAL.unpack_from(directory, at)
        name = directory[at + 46:at + 46 + name_len]
        if sign != b"PK\1\2" or extra or comment or disk or internal or offset != place:
            raise Bad("entrée du répertoire central")
        if flags or method != 8 or time or day != DATE:
            raise Bad("indicateurs, méthode ou date d’un fichier")
        if 0xFFFFFFFF in (packed, size):
            raise Bad("ZIP64")
        self._check_name(name, name_len)
        head = self._read(30 + name_len, place)
        wanted = _LOCAL.pack(b"PK\3\4", version, 0, 8, 0, DATE, crc, packed, size,
                             name_len, 0) + name
        if head != wanted:
            raise Bad(f"en-tête local de {name.decode()}")
        text = name.decode("ascii")
        self.members[text] = Member(text, place + 30 + name_len, packed, size, crc)
        return at + 46 + name_len, place + 30 + name_len + packed

    def _check_name(self, name, length):
        if len(name) != length or not _NAME.fullmatch(name):
            raise Bad("nom de fichier")
        if any(part in (b"", b".", b"..") for part in name.split(b"/")):
            raise Bad("nom de fichier")
        if name.decode("ascii") in self.members:
            raise Bad("nom de fichier répété")

    def chunks(self, name):
        """The unpacked bytes of a file, by pieces; Bad if they are not right."""
        member = self.members[name]
        unpack = zlib.decompressobj(-15)
        place, left, pending, total, crc = member.start, member.packed, b"", 0, 0
        while not unpack.eof:
            if not pending and left:
                pending = self._read(min(left, _CHUNK), place)
                place, left = place + len(pending), left - len(pending)
            stuck = not pending
            try:
                out = unpack.decompress(pending, _OUT)
            except zlib.error as error:
                raise Bad(f"{name} ne se dépaquette pas") from error
            pending = unpack.unconsumed_tail
            total, crc = total + len(out), zlib.crc32(out, crc)
            if total > member.size or stuck and not out and not unpack.eof:
                raise Bad(f"{name} ne se dépaquette pas en sa taille")
            yield out
        if left or unpack.unused_data or total != member.size or crc != member.crc:
            raise Bad(f"{name} : taille, octets comprimés en trop ou CRC-32")

    def read(self, name, limit=MAX_LINE):
        """A whole small file."""
        if self.members[name].size > limit:
            raise Bad(f"{name} est trop grand")
        return b"".join(self.chunks(name))

    def lines(self, name):
        """The lines of a file without \\n; Bad if the last has none (chapter 5)."""
        rest = b""
        for chunk in self.chunks(name):
            parts = chunk.split(b"\n")
            parts[0] = rest + parts[0]
            rest = parts.pop()
            if len(rest) > MAX_LINE:
                raise Bad(f"ligne trop longue dans {name}")
            yield from parts
        if rest:
            raise Bad(f"la dernière ligne de {name} n’est pas terminée")
