#!/usr/bin/env python3
"""Reads a Stringwalk journal without Stringwalk: every revision, one JSON object a line.

    age -d -o keyring.txt journal/slots/passphrase.age       (or: cp journal/slots/open.txt keyring.txt)
    python3 read-journal.py keyring.txt journal/log/rows.log > revisions.ndjson

Needs Python 3.8 and nothing else. It is slow (some 200 kB a second) and says what it could not open.
How the bytes lie is written down in security.md.
"""
import hashlib
import hmac
import json
import struct
import sys


def secret_of(line):
    """The 32 bytes of AGE-SECRET-KEY-1...: Bech32 (BIP 173), its checksum not looked at again."""
    letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    bits = 0
    count = 0
    out = bytearray()
    for letter in line.strip().lower()[len("age-secret-key-1"):-6]:
        bits = (bits << 5) | letters.index(letter)
        count += 5
        if count >= 8:
            count -= 8
            out.append((bits >> count) & 255)
    return bytes(out)


def hkdf(secret, label, length):
    """RFC 5869 with SHA-256 and no salt; no key here is longer than one block."""
    key = hmac.new(bytes(32), secret, hashlib.sha256).digest()
    return hmac.new(key, label.encode() + b"\x01", hashlib.sha256).digest()[:length]


def rounds(state):
    """Twenty rounds of ChaCha (RFC 8439), on a copy."""
    s = list(state)

    def quarter(a, b, c, d):
        for x, y, z, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            s[x] = (s[x] + s[y]) & 0xFFFFFFFF
            mixed = s[z] ^ s[x]
            s[z] = ((mixed << turn) | (mixed >> (32 - turn))) & 0xFFFFFFFF

    for _ in range(10):
        for column in range(4):
            quarter(column, column + 4, column + 8, column + 12)
        for column in range(4):
            quarter(column, (column + 1) % 4 + 4, (column + 2) % 4 + 8, (column + 3) % 4 + 12)
    return s


CONSTANT = struct.unpack("<4I", b"expand 32-byte k")


def chacha20(key, nonce, counter, length):
    words = struct.unpack("<8I", key)
    stream = bytearray()
    while len(stream) < length:
        state = (*CONSTANT, *words, counter, *struct.unpack("<3I", nonce))
        mixed = rounds(state)
        stream += struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(state, mixed)))
        counter += 1
    return bytes(stream[:length])


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(message), 16):
        total = (total + int.from_bytes(message[at:at + 16] + b"\x01", "little")) * r % ((1 << 130) - 5)
    return ((total + int.from_bytes(key[16:], "little")) & ((1 << 128) - 1)).to_bytes(16, "little")


def open_sealed(key, sealed, context):
    """XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha): 24 bytes of nonce, the bytes, 16 bytes of tag."""
    nonce, text, tag = sealed[:24], sealed[24:-16], sealed[-16:]
    mixed = rounds((*CONSTANT, *struct.unpack("<8I", key), *struct.unpack("<4I", nonce[:16])))
    key, nonce = struct.pack("<8I", *mixed[:4], *mixed[12:]), bytes(4) + nonce[16:]
    padded = b"".join(part + bytes(-len(part) % 16) for part in (context, text))
    sizes = struct.pack("<QQ", len(context), len(text))
    if not hmac.compare_digest(tag, poly1305(chacha20(key, nonce, 0, 32), padded + sizes)):
        return None
    plain = bytes(a ^ b for a, b in zip(text, chacha20(key, nonce, 1, len(text))))
    return plain[4:4 + struct.unpack(">I", plain[:4])[0]]


def rows(log):
    """Every row of every whole frame: its id, its key's id, its sealed bytes."""
    at = log.find(b"SWf1")
    while 0 <= at < len(log):
        size = struct.unpack(">I", log[at + 4:at + 8].ljust(4, b"\0"))[0]
        body = log[at + 96:at + 96 + size]
        if hashlib.sha256(log[at + 4:at + 64] + body).digest() != log[at + 64:at + 96]:
            print("A damaged frame at byte %d" % at, file=sys.stderr)
            at = log.find(b"SWf1", at + 1)
            continue
        place = 0
        while place < len(body):
            length = struct.unpack(">I", body[place + 24:place + 28])[0]
            yield body[place:place + 16].hex(), body[place + 16:place + 24].hex(), body[place + 28:place + 28 + length]
            place += 28 + length
        at = log.find(b"SWf1", at + 96 + size)


def main(keyring, log):
    keys = {}
    for line in open(keyring, encoding="utf-8"):
        if line.strip().upper().startswith("AGE-SECRET-KEY-1"):
            secret = secret_of(line)
            key_id = hkdf(secret, "stringwalk/1/key id", 8).hex()
            keys[key_id] = hkdf(secret, "stringwalk/1/rows/" + key_id, 32)
    with open(log, "rb") as file:
        for row, key_id, sealed in rows(file.read()):
            context = "stringwalk/1|rows|%s|%s" % (row, key_id)
            plain = open_sealed(keys[key_id], sealed, context.encode()) if key_id in keys else None
            if plain is None:
                print("Row %s does not open with these keys" % row, file=sys.stderr)
            else:
                print(json.dumps(json.loads(plain), ensure_ascii=True))


if __name__ == "__main__":
    main(*sys.argv[1:3])
