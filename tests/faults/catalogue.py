#!/usr/bin/env python3
"""Writes a compiled catalogue that our own reader has to read, damaged as asked.

    catalogue.py DAMAGE FROM TO

The C library, which reads such a file first and has its own opinion of damage, is made to
find no message in it: the table of hashes, which it alone uses, is empty.

    none         sound
    swapped      sound, in the other byte order
    wrong-order  only the first word is in the other byte order
    cut=SIZE     only the first bytes
    wild=SEED    numbers of the tables and of the header replaced at random
    flip=SEED    a thousand bits turned over at random
    cycle        strings that are tables, tables that are each other
    control      translations that hold sequences for a terminal
    latin1       translations that are no UTF-8
    formats      translations that take other arguments
    twice        translations that take an argument in two ways
    crossed      each translation is that of another message
"""
import gettext
import random
import re
import struct
import sys

MAGIC, HEADER = 0x950412de, 28
# An offset that is the same in either byte order; zeros stand there.
HASHES = 0x00020200
WILD = [0, 1, 7, 28, 0x7fffffff, 0x80000000, 0xfffffff8, 0xffffffff, 0x20000001]


def compiled(messages, order="<"):
    ids = sorted(messages)
    count = len(ids)
    originals, translations = HEADER, HEADER + 8 * count
    tables, strings = [], b""
    start = translations + 8 * count
    assert start <= HASHES
    start = HASHES + 4
    for texts in (ids, [messages[msgid] for msgid in ids]):
        for text in texts:
            tables += [len(text), start + len(strings)]
            strings += text + b"\0"
    header = [MAGIC, 0, count, originals, translations, 0x01000001, HASHES]
    words = struct.pack(f"{order}{len(header) + len(tables)}I", *header, *tables)
    return bytearray(words[:HASHES].ljust(start, b"\0") + strings), len(words)


def damaged(damage, messages):
    kind, _, value = damage.partition("=")
    if kind == "control":
        messages = {k: b"\033]0;title\a\033[2J" + v for k, v in messages.items()}
    elif kind == "latin1":
        messages = {k: v.decode().encode("latin-1", "replace") + b"\xe9" for k, v in messages.items()}
    elif kind == "formats":
        messages = {k: v.replace(b"%", b"%s%n%s%") for k, v in messages.items()}
    elif kind == "twice":
        messages = {k: re.sub(rb"%(1\$)?s", rb"%1$n%1$s", v, count=1) for k, v in messages.items()}
    elif kind == "crossed":
        values = list(messages.values())
        messages = dict(zip(messages, values[7:] + values[:7]))
    data, tables = compiled(messages, ">" if kind == "swapped" else "<")
    if kind == "wrong-order":
        data[0:4] = data[3::-1]
    elif kind == "cut":
        del data[int(value):]
    elif kind == "wild":
        draw = random.Random(int(value))
        for _ in range(200):
            at = draw.choice([8, 12, 16, *range(HEADER, tables, 4)] if int(value) % 2
                             else range(HEADER, tables, 4))
            struct.pack_into("<I", data, at, draw.choice([*WILD, len(data) - 1, draw.randrange(2 ** 32)]))
    elif kind == "flip":
        draw = random.Random(int(value))
        for _ in range(1000):
            data[draw.randrange(HEADER, len(data))] ^= 1 << draw.randrange(8)
    elif kind == "cycle":
        struct.pack_into("<2I", data, 12, 12, 12)
        for at in range(HEADER, tables, 8):
            struct.pack_into("<2I", data, at, 8, at)
    return data


def main():
    damage, source, target = sys.argv[1:]
    with open(source, "rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    messages = {k.encode(): v.encode() for k, v in catalogue.items() if k and isinstance(k, str)}
    with open(target, "wb") as file:
        file.write(damaged(damage, messages))


main()
