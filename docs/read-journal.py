#!/usr/bin/env python3
"""Reads a Stringwalk journal without Stringwalk: every revision, one JSON object a line.

    age -d -o keyring.txt journal/slots/passphrase.age       (or: cp journal/slots/open.txt keyring.txt)
    python3 read-journal.py keyring.txt journal/log/rows.log > revisions.ndjson
    python3 read-journal.py keyring.txt journal/attachments/ID > ID.webp
    python3 read-journal.py keyring.txt journal/drafts/ID

The second reads a photo, by the name its texts know it by; the third what was being typed when a crash came.
Needs Python 3.8 and nothing else. It is slow (some 200 kB a second) and says what it could not open.
How the bytes lie is written down in security.md.
"""
import hashlib
import hmac
import json
import os
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


def aes_tables():
    """The S-box of AES (FIPS 197), and a whole round of it for each byte of a column."""
    powers, logs = [0] * 256, [0] * 256
    value = 1
    for power in range(255):
        powers[power], logs[value] = value, power
        value ^= (value << 1) ^ (0x11B if value & 0x80 else 0)
    box = []
    for byte in range(256):
        inverse = powers[-logs[byte] % 255] if byte else 0
        box.append(0x63 ^ inverse ^ _turned(inverse, 1) ^ _turned(inverse, 2) ^ _turned(inverse, 3) ^ _turned(inverse, 4))
    mixed = [(_twice(s) << 24) | (s << 16) | (s << 8) | (_twice(s) ^ s) for s in box]
    return box, [[(word >> 8 * place) | ((word << 32 - 8 * place) & 0xFFFFFFFF) for word in mixed] for place in range(4)]


def _turned(byte, by):
    return ((byte << by) | (byte >> (8 - by))) & 255


def _twice(byte):
    return ((byte << 1) ^ (0x11B if byte & 0x80 else 0)) & 255


BOX, (T0, T1, T2, T3) = aes_tables()


def substituted(word):
    return BOX[word >> 24] << 24 | BOX[word >> 16 & 255] << 16 | BOX[word >> 8 & 255] << 8 | BOX[word & 255]


def aes_key(key):
    """Sixty words for fourteen rounds, and four before them."""
    words = list(struct.unpack(">8I", key))
    constant = 1
    for at in range(8, 60):
        word = words[-1]
        if at % 8 == 0:
            word = substituted(((word << 8) | (word >> 24)) & 0xFFFFFFFF) ^ (constant << 24)
            constant = _twice(constant)
        elif at % 8 == 4:
            word = substituted(word)
        words.append(words[-8] ^ word)
    return words


def aes_block(words, block):
    a, b, c, d = (x ^ w for x, w in zip(struct.unpack(">4I", block), words))
    for at in range(4, 56, 4):
        a, b, c, d = (
            T0[x >> 24] ^ T1[y >> 16 & 255] ^ T2[z >> 8 & 255] ^ T3[w & 255] ^ words[at + place]
            for place, (x, y, z, w) in enumerate(((a, b, c, d), (b, c, d, a), (c, d, a, b), (d, a, b, c)))
        )
    last = ((a, b, c, d), (b, c, d, a), (c, d, a, b), (d, a, b, c))
    return struct.pack(">4I", *(
        (BOX[x >> 24] << 24 | BOX[y >> 16 & 255] << 16 | BOX[z >> 8 & 255] << 8 | BOX[w & 255]) ^ words[56 + place]
        for place, (x, y, z, w) in enumerate(last)
    ))


def ghash(key, message):
    """The sum of GCM (NIST SP 800-38D): a table for each byte's place, so that a block is sixteen steps."""
    power, tables = int.from_bytes(key, "big"), []
    for _ in range(16):
        table = [0] * 256
        for bit in (128, 64, 32, 16, 8, 4, 2, 1):
            for byte in range(256):
                if byte & bit:
                    table[byte] ^= power
            power = (power >> 1) ^ (0xE1 << 120 if power & 1 else 0)
        tables.append(table)
    total = 0
    for at in range(0, len(message), 16):
        total ^= int.from_bytes(message[at:at + 16], "big")
        product = 0
        for table, byte in zip(tables, total.to_bytes(16, "big")):
            product ^= table[byte]
        total = product
    return total.to_bytes(16, "big")


def open_blob(key, sealed, context):
    """AES-256-GCM: 12 bytes of nonce, the bytes, 16 bytes of tag."""
    nonce, text, tag = sealed[:12], sealed[12:-16], sealed[-16:]
    words = aes_key(key)
    padded = b"".join(part + bytes(-len(part) % 16) for part in (context, text))
    total = ghash(aes_block(words, bytes(16)), padded + struct.pack(">QQ", 8 * len(context), 8 * len(text)))
    first = aes_block(words, nonce + b"\0\0\0\1")
    if not hmac.compare_digest(tag, bytes(a ^ b for a, b in zip(total, first))):
        return None
    blocks = (aes_block(words, nonce + struct.pack(">I", 2 + at)) for at in range(-(-len(text) // 16)))
    plain = bytes(a ^ b for a, b in zip(text, b"".join(blocks)))
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


def keys_in(keyring, label):
    """The key for rows or blobs of every secret in it, by its id."""
    keys = {}
    for line in open(keyring, encoding="utf-8"):
        if line.strip().upper().startswith("AGE-SECRET-KEY-1"):
            secret = secret_of(line)
            key_id = hkdf(secret, "stringwalk/1/key id", 8).hex()
            keys[key_id] = hkdf(secret, "stringwalk/1/%s/%s" % (label, key_id), 32)
    return keys


def newest_draft(file):
    """A draft's file has two places of one size, written in turns: the whole one that was written last."""
    half, newest = len(file) // 2, (0, file)
    for place in (file[:half], file[half:]):
        if len(place) >= 40:
            count, length = struct.unpack(">II", place[32:40])
            is_whole = hashlib.sha256(place[32:40 + length]).digest() == place[:32]
            newest = max(newest, (count, place[40:40 + length])) if is_whole else newest
    return newest[1]


def opened_file(opener, keys, store, path):
    """A file says its own name and not whose key it is under: each is tried."""
    with open(path, "rb") as file:
        sealed = newest_draft(file.read()) if store == "drafts" else file.read()
    for key_id, key in keys.items():
        context = "stringwalk/1|%s|%s|%s" % (store, os.path.basename(path), key_id)
        plain = opener(key, sealed, context.encode())
        if plain is not None:
            return plain
    sys.exit("%s does not open with these keys" % path)


def print_rows(keys, log):
    for row, key_id, sealed in rows(log):
        context = "stringwalk/1|rows|%s|%s" % (row, key_id)
        plain = open_sealed(keys[key_id], sealed, context.encode()) if key_id in keys else None
        if plain is None:
            print("Row %s does not open with these keys" % row, file=sys.stderr)
        else:
            print(json.dumps(json.loads(plain), ensure_ascii=True))


def main(keyring, path):
    store = os.path.basename(os.path.dirname(os.path.abspath(path)))
    if store == "attachments":
        sys.stdout.buffer.write(opened_file(open_blob, keys_in(keyring, "blobs"), store, path))
    elif store == "drafts":
        print(json.dumps(json.loads(opened_file(open_sealed, keys_in(keyring, "rows"), store, path))))
    else:
        with open(path, "rb") as file:
            print_rows(keys_in(keyring, "rows"), file.read())


if __name__ == "__main__":
    main(*sys.argv[1:3])
