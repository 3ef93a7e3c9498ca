import { readFileSync } from 'node:fs';
import { constants, deflateRawSync } from 'node:zlib';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import * as age from 'age-encryption';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { encryptWithPassphrase } from '#renderer/journal/ageFile.ts';
import { openShare } from '#renderer/journal/exchange/shareWork.ts';
import { inspectHeader } from '#shared/share/ageHeader.ts';
import { describeMembers, writeManifest } from '#shared/share/manifest.ts';
import { packMembers, unpackMembers } from '#shared/share/members.ts';
import { readShare, writeShare } from '#shared/share/shareFile.ts';
import { sign, signingKeyOf } from '#shared/share/signature.ts';
import { howMany, tried } from '../support/howMany.ts';
import { shareContent } from '../support/makeShare.ts';
import { Pen, writeAnAfternoon } from '../support/pen.ts';
import { flipped, placesIn, spliced } from './damage.ts';

/** Files from strangers: each is refused, within bounds, or is a share. */

const maya = new Pen('Maya', 'Tom');
const { session } = writeAnAfternoon(maya);
const content = shareContent(maya, { sessions: [session] });
const passphrase = 'otter lantern june moss gable';

function zipOf(what = content): Uint8Array {
  const zip = writeShare(what, maya.signingSeed);
  if (!zip.ok) throw new Error(zip.error);
  return zip.value;
}

/** A share with any lines at all in it, hashed and signed as if by our own hand. */
function zipWithLines(lines: Uint8Array): Uint8Array {
  const members = new Map([
    ['index.html', new Uint8Array()],
    ['revisions.ndjson', lines],
  ]);
  const manifest = writeManifest({
    ...content.about,
    from: { ...content.about.from, signingKey: signingKeyOf(maya.signingSeed) },
    counts: {},
    members: describeMembers(members),
  });
  const signed = [
    ['manifest.json', manifest],
    ['signature', sign(manifest, maya.signingSeed)],
  ] as const;
  return packMembers(new Map([...signed, ...members]));
}

const real = content.revisions.map((each) => JSON.stringify(each));
/** Lines of nothing, of JSON, and of revisions with something cut out of them or put into them. */
const anyLines = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json({ maxDepth: 6 }),
    fc
      .tuple(fc.constantFrom(...real), fc.nat(), fc.nat(), fc.string({ maxLength: 4 }))
      .map(([text, from, length, put]) => {
        const start = from % text.length;
        return text.slice(0, start) + put + text.slice(start + (length % 40));
      }),
  ),
  { maxLength: 5 },
);

/** Bytes of nothing, and a ZIP with some bytes exchanged for others. */
const anyZip = (zip: Uint8Array) =>
  fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .tuple(fc.nat(zip.length - 1), fc.nat(zip.length - 1), fc.uint8Array({ maxLength: 8 }))
      .map(([from, length, put]) => spliced(zip, from, Math.min(zip.length, from + (length % 64)), put)),
  );

const why = (zip: Uint8Array) => {
  const read = readShare(zip);
  return read.ok ? 'read' : read.error.why;
};

/** What the work cost: milliseconds of processor time (the clock counts its neighbours), and bytes more in memory. */
async function cost(work: () => unknown): Promise<{ readonly ms: number; readonly bytes: number }> {
  const [startedAt, before] = [process.cpuUsage(), process.memoryUsage().rss];
  await work();
  const { user, system } = process.cpuUsage(startedAt);
  return { ms: (user + system) / 1000, bytes: process.memoryUsage().rss - before };
}
/**
 * After as long the app ends the worker with a stranger's file in it (`exchange/shareClient.ts`). Work that has bounds
 * takes some milliseconds on any machine, work that has none takes longer than this.
 */
const patienceMs = 60_000;
const megabytes = 1024 * 1024;

describe('the header of an age file', () => {
  const line = 'age-encryption.org/v1\n';
  const mac = `--- ${'A'.repeat(43)}\n`;
  const payload = '\0'.repeat(64);
  const scrypt = (workFactor: string) =>
    `${line}-> scrypt ${'B'.repeat(22)} ${workFactor}\n${'C'.repeat(43)}\n${mac}${payload}`;
  const inspected = (text: string) => {
    const header = inspectHeader(utf8ToBytes(text));
    return header.ok ? header.value.kind : header.error;
  };

  it('is read where it is one', () => {
    expect(inspected(scrypt('18'))).toBe('passphrase');
    expect(inspected(`${line}-> X25519 abc\nabc\n${mac}${payload}`)).toBe('recipients');
  });

  it.each([
    ['22', 'too-big'],
    ['30', 'too-big'],
    ['999999999999', 'damaged'],
    ['018', 'damaged'],
    ['+18', 'damaged'],
    ['1e1', 'damaged'],
    ['NaN', 'damaged'],
    ['', 'damaged'],
  ])('with a work factor of "%s" is %s', async (workFactor, expected) => {
    expect(inspected(scrypt(workFactor))).toBe(expected);
    const opened = openShare(utf8ToBytes(scrypt(workFactor)), { by: 'passphrase', passphrase });
    const { ms } = await cost(() => opened);
    expect(await opened).toEqual({ ok: false, error: { why: expected } });
    expect(ms).toBeLessThan(patienceMs);
  });

  it('has one passphrase stanza and nothing beside it', () => {
    const stanza = `-> scrypt ${'B'.repeat(22)} 10\n${'C'.repeat(43)}\n`;
    const hidden = `-> scrypt ${'B'.repeat(22)} 30\n${'C'.repeat(43)}\n`;
    expect(inspected(`${line}${stanza}${hidden}${mac}${payload}`)).toBe('damaged');
    expect(inspected(`${line}-> X25519 a\nb\n${stanza}${mac}${payload}`)).toBe('damaged');
    expect(inspected(`${line}${mac}${payload}`)).toBe('damaged');
  });

  it.each([
    ['ten thousand stanzas', `${line}${'-> X25519 abc\nabc\n'.repeat(10_000)}${mac}`],
    ['seventeen stanzas', `${line}${'-> X25519 abc\nabc\n'.repeat(17)}${mac}${payload}`],
    ['a stanza of a thousand arguments', `${line}-> X25519${' a'.repeat(1000)}\nabc\n${mac}${payload}`],
    ['a line of 64 MB', `${line}-> X25519 ${'a'.repeat(64 * megabytes)}`],
    ['no end', `${line}${'-> X25519 a\nb\n'.repeat(6000)}`],
  ])('with %s is too big, at once', async (_, text) => {
    const bytes = utf8ToBytes(text);
    const { ms } = await cost(() => expect(inspected(text)).toBe('too-big'));
    expect(ms).toBeLessThan(patienceMs);
    expect(inspectHeader(bytes)).toEqual({ ok: false, error: 'too-big' });
  });

  it.each([
    ['nothing', '', 'not-a-share'],
    ['a letter', 'Dear Maya,\n--- yours\n', 'not-a-share'],
    ['another version', 'age-encryption.org/v2\n', 'not-a-share'],
    ['only its first line', line, 'damaged'],
    ['a cut last line', `${line}-> X25519 a\nb\n--- AAAA`, 'damaged'],
    ['a malformed last line', `${line}-> X25519 a\nb\n--- AAAA\n${payload}`, 'damaged'],
    ['nothing after it', `${line}-> X25519 a\nb\n${mac}`, 'damaged'],
    ['armor around nothing', '-----BEGIN AGE ENCRYPTED FILE-----\n', 'not-a-share'],
    ['armor around noise', '-----BEGIN AGE ENCRYPTED FILE-----\n%%%%\n', 'not-a-share'],
  ])('of %s is refused', (_, text, expected) => {
    expect(inspected(text)).toBe(expected);
  });
});

describe('an encrypted share', () => {
  /** As it is written, and with less work behind the passphrase, so that it can be tried hundreds of times. */
  let file: Uint8Array;
  let quick: Uint8Array;
  const open = (bytes: Uint8Array, words = passphrase) =>
    openShare(bytes, { by: 'passphrase', passphrase: words });

  beforeAll(async () => {
    file = await encryptWithPassphrase(zipOf(), passphrase);
    const encrypter = new age.Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(4);
    quick = await encrypter.encrypt(zipOf());
  });

  /** The header byte for byte, and places all over; in full every byte. */
  const placesOf = ({ length }: Uint8Array) => [
    ...placesIn(300, 300),
    ...placesIn(length, howMany({ short: 100, full: 65_536 })),
  ];

  it('opens with its passphrase, however it was typed', async () => {
    const opened = await open(file, ' Otter, Lantern - June moss  Gable ');
    expect(opened.ok && opened.value.revisions).toEqual(content.revisions);
    expect(await open(file, 'another')).toEqual({ ok: false, error: { why: 'wrong-passphrase' } });
  });

  it('opens in armor too, and is damaged where the armor is', async () => {
    const armored = age.armor.encode(quick);
    expect((await open(utf8ToBytes(armored))).ok).toBe(true);
    for (const text of [armored.replace(/\n-----END.*/, ''), armored.slice(0, armored.length / 2)]) {
      expect(await open(utf8ToBytes(text))).toEqual({ ok: false, error: { why: 'damaged' } });
    }
  });

  it('is damaged wherever it was cut, and opens nothing', async () => {
    for (const length of placesOf(quick)) {
      tried();
      const opened = await open(quick.subarray(0, length));
      expect(['empty', 'not-a-share', 'damaged'], `at ${length}`).toContain(
        opened.ok ? 'read' : opened.error.why,
      );
    }
  });

  it('is damaged, or locked with something else, after any change of one byte', async () => {
    for (const index of placesOf(quick)) {
      tried();
      expect((await open(flipped(quick, index))).ok, `at ${index}`).toBe(false);
    }
  });

  it('in armor is refused or the share it was, after any change of one character and wherever it was cut', async () => {
    const armored = utf8ToBytes(age.armor.encode(quick));
    for (const index of placesIn(armored.length, howMany({ short: 200, full: 65_536 }))) {
      tried();
      // Armor may end its lines as it likes, and its last one not at all.
      for (const bytes of [flipped(armored, index), armored.subarray(0, index)]) {
        const opened = await open(bytes);
        if (opened.ok) expect(opened.value.revisions, `at ${index}`).toEqual(content.revisions);
      }
    }
  });

  it('with anything at all inside is refused or is a share', async () => {
    const seal = async (zip: Uint8Array) => {
      const encrypter = new age.Encrypter();
      encrypter.setPassphrase(passphrase);
      encrypter.setScryptWorkFactor(1);
      return encrypter.encrypt(zip);
    };
    const inside = fc.oneof(
      anyLines.map((lines) => zipWithLines(utf8ToBytes(lines.join('\n')))),
      anyZip(zipOf()),
    );
    await fc.assert(
      fc.asyncProperty(inside, async (zip) => {
        tried();
        const opened = await open(await seal(zip));
        const read = readShare(zip);
        expect(opened.ok).toBe(read.ok);
        if (opened.ok && read.ok) expect(opened.value.revisions).toEqual(read.value.revisions);
      }),
      { numRuns: howMany({ short: 60, full: 2000 }) },
    );
  });

  it('encrypted to keys is not for me, and an empty file is empty', async () => {
    const encrypter = new age.Encrypter();
    encrypter.addRecipient(await age.identityToRecipient(await age.generateX25519Identity()));
    const forKeys = await encrypter.encrypt(zipOf());
    expect(await open(forKeys)).toEqual({ ok: false, error: { why: 'not-for-passphrase' } });
    expect(await open(new Uint8Array())).toEqual({ ok: false, error: { why: 'empty' } });
  });
});

describe('a ZIP bomb', () => {
  it('of a gigabyte of zeros is refused before it is out', async () => {
    const bomb = zeros(1024, 1024 * megabytes);
    expect(bomb.length).toBeLessThan(2 * megabytes);
    const { ms, bytes } = await cost(() => expect(why(bomb)).toBe('too-big'));
    expect(ms).toBeLessThan(patienceMs);
    expect(bytes).toBeLessThan(300 * megabytes);
  });

  it('that lies about its size is refused all the same', () => {
    expect(why(zeros(64, 10))).toBe('too-big');
  });

  it('of ten thousand members is refused', async () => {
    const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`f${n}`, new Uint8Array()]));
    const bomb = zipSync(files, { level: 0 });
    const { ms } = await cost(() => expect(why(bomb)).toBe('too-big'));
    expect(ms).toBeLessThan(patienceMs);
  });

  it.each(['../escape', '/etc/passwd', 'C:\\x', 'a/../b', 'a/b/c', 'A', '', '.hidden', 'a\0b'])(
    'with a member named %j is refused',
    (name) => {
      expect(unpackMembers(zipSync({ [name]: new Uint8Array(3) }))).toMatchObject({ ok: false });
    },
  );

  /** A ZIP whose one member inflates to so many MB of zeros, and claims to hold `claimed` bytes. */
  function zeros(size: number, claimed: number): Uint8Array {
    // A fully flushed block stands for itself, so that the same one can follow any number of times.
    const block = deflateRawSync(Buffer.alloc(megabytes), { finishFlush: constants.Z_FULL_FLUSH });
    const deflated = Buffer.concat([...Array.from({ length: size }, () => block), Buffer.from([3, 0])]);
    const name = Buffer.from('manifest.json');
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(deflated.length, 18);
    header.writeUInt32LE(claimed, 22);
    header.writeUInt16LE(name.length, 26);
    return new Uint8Array(Buffer.concat([header, name, deflated]));
  }
});

describe('a JSON bomb', () => {
  const [valid = {}] = content.revisions.map((each) => ({ ...each }));
  const line = (value: object) => utf8ToBytes(`${JSON.stringify(value)}\n`);
  const withBody = (body: string) =>
    utf8ToBytes(`${JSON.stringify({ ...valid, body: null }).replace('"body":null', `"body":${body}`)}\n`);

  it('is told from a share: the line it is made of is accepted', () => {
    expect(why(zipWithLines(line(valid)))).toBe('read');
  });

  it.each([
    ['nested 100,000 deep', withBody(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), 'damaged'],
    ['that opens and never closes', utf8ToBytes('['.repeat(1_000_000)), 'damaged'],
    ['with a prototype', withBody('{"__proto__":{"polluted":true}}'), 'damaged'],
    ['with a constructor', withBody('{"a":{"constructor":{"prototype":{"x":1}}}}'), 'damaged'],
    ['with two megabytes of text', withBody(`{"text":"${'x'.repeat(2_000_000)}"}`), 'too-big'],
    ['in one line of five megabytes', utf8ToBytes(' '.repeat(5_000_000)), 'too-big'],
    ['with a million keys', withBody(`{${keys(300_000)}}`), 'too-big'],
    ['that is no revision', line({ hello: 1 }), 'damaged'],
    ['that is a bare number', utf8ToBytes('7\n'), 'damaged'],
    ['of broken text', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d, 0x0a]), 'damaged'],
    ['of empty lines', utf8ToBytes('\n\n\n'), 'damaged'],
  ])('%s is refused', async (_, lines, expected) => {
    const zip = zipWithLines(lines);
    const { ms } = await cost(() => expect(why(zip)).toBe(expected));
    expect(ms).toBeLessThan(patienceMs);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  function keys(count: number): string {
    return Array.from({ length: count }, (_, n) => `"k${n}":0`).join(',');
  }
});

describe('anything at all', () => {
  // TRUST: a payload may say what it likes, under the encryption and through a proper signature.
  const runs = { numRuns: howMany({ short: 250, full: 10_000 }) };

  it('as lines is refused or is a share, and never throws', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        tried();
        const read = readShare(zipWithLines(utf8ToBytes(lines.join('\n'))));
        if (read.ok) for (const { body } of read.value.revisions) expect(typeof body).toBe('object');
        else expect(['damaged', 'too-big']).toContain(read.error.why);
      }),
      runs,
    );
  });

  it('as a ZIP is refused or is the share it was', () => {
    fc.assert(
      fc.property(anyZip(zipOf()), (candidate) => {
        tried();
        const read = readShare(candidate);
        if (read.ok) expect(read.value.revisions).toEqual(content.revisions);
      }),
      runs,
    );
  });
});

it('the limits are those the format document names', () => {
  const document = readFileSync(new URL('../../docs/share-format.md', import.meta.url), 'utf8');
  for (const words of ['200 MB', '100,000', '64 deep', '1,000,000', '20 times']) {
    expect(document).toContain(words);
  }
});
