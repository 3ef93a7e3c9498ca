import { utf8ToBytes } from '@noble/hashes/utils.js';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { describeMembers } from '#shared/share/manifest.ts';
import { packMembers, unpackMembers } from '#shared/share/members.ts';
import { readShare, writeShare } from '#shared/share/shareFile.ts';
import { sign, signingKeyOf } from '#shared/share/signature.ts';
import { shareContent } from '../../../support/makeShare.ts';
import { Pen, writeAnAfternoon } from '../../../support/pen.ts';
import { webp } from '../../../support/webp.ts';

const tom = new Pen('Tom', 'Maya');
const { session, question } = writeAnAfternoon(tom);
const content = shareContent(tom, { sessions: [session] });

function written(): Uint8Array {
  const zip = writeShare(content, tom.signingSeed);
  if (!zip.ok) throw new Error(zip.error);
  return zip.value;
}

/** One question: all of whose bytes can be tried. */
function writtenSmall(): Uint8Array {
  const zip = writeShare(shareContent(tom, { questions: [question] }), tom.signingSeed);
  if (!zip.ok) throw new Error(zip.error);
  return zip.value;
}

function membersOf(zip: Uint8Array): Map<string, Uint8Array> {
  const unpacked = unpackMembers(zip);
  if (!unpacked.ok) throw new Error(unpacked.error);
  return new Map(unpacked.value);
}

/** A ZIP with one member in the place of another. */
function replaced(zip: Uint8Array, name: string, bytes: Uint8Array): Uint8Array {
  return packMembers(membersOf(zip).set(name, bytes));
}

/** A share whose manifest says what `change` makes of it, properly signed. */
function resigned(change: (manifest: Record<string, unknown>) => object, more: [string, Uint8Array][] = []) {
  const members = membersOf(written());
  const manifest = JSON.parse(strFromU8(members.get('manifest.json') ?? new Uint8Array()));
  const bytes = utf8ToBytes(JSON.stringify(change(manifest)));
  for (const [name, added] of more) members.set(name, added);
  members.set('manifest.json', bytes).set('signature', sign(bytes, tom.signingSeed));
  return packMembers(members);
}

const why = (zip: Uint8Array) => {
  const read = readShare(zip);
  return read.ok ? 'read' : read.error.why;
};

describe('a share', () => {
  it('gives back what went in', () => {
    const read = readShare(written());
    expect(read.ok && read.value.revisions).toEqual(content.revisions);
    expect(read.ok && read.value.manifest).toMatchObject({
      ...content.about,
      from: { ...content.about.from, signingKey: signingKeyOf(tom.signingSeed) },
      counts: { session: 1, turn: 1, note: 3, reading: 2, timeline: 1, question: 1, person: 2 },
    });
  });

  it('is a ZIP like any other, in which nothing says when it was made', () => {
    const unzipped = unzipSync(written());
    expect(Object.keys(unzipped)).toEqual(['manifest.json', 'signature', 'index.html', 'revisions.ndjson']);
    expect(strFromU8(unzipped['index.html'] ?? new Uint8Array())).toBe(content.page);
    expect(written()).toEqual(written());
  });

  it('is refused after any change of one byte to any member', { timeout: 60_000 }, () => {
    const zip = writtenSmall();
    for (const [name, bytes] of membersOf(zip)) {
      for (let index = 0; index < bytes.length; index += 1) {
        const changed = bytes.slice();
        changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
        expect(why(replaced(zip, name, changed)), `${name} at ${index}`).not.toBe('read');
      }
    }
  });

  it('is refused where a member is missing, or one too many', () => {
    for (const name of ['signature', 'index.html', 'revisions.ndjson']) {
      const members = membersOf(written());
      members.delete(name);
      expect(why(packMembers(members)), name).toBe(name === 'signature' ? 'forged' : 'damaged');
    }
    expect(why(replaced(written(), 'more.txt', utf8ToBytes('more')))).toBe('damaged');
    const members = membersOf(written());
    members.delete('manifest.json');
    expect(why(packMembers(members))).toBe('not-a-share');
  });

  it('is refused at every length but its own', () => {
    const zip = written();
    for (let length = 0; length < zip.length; length += 1) {
      // The last member ends before the ZIP's own directory, which we do not need.
      const read = readShare(zip.subarray(0, length));
      if (read.ok) expect(read.value.revisions).toEqual(content.revisions);
    }
    expect(why(zip.subarray(0, zip.length / 2))).toBe('damaged');
    expect(why(new Uint8Array())).toBe('not-a-share');
    expect(why(utf8ToBytes('a letter'))).toBe('not-a-share');
  });

  it('is refused when somebody else signed it in the sender’s name', () => {
    const other = new Pen('Somebody', 'Else');
    const members = membersOf(written());
    const manifest = members.get('manifest.json') ?? new Uint8Array();
    expect(why(replaced(written(), 'signature', sign(manifest, other.signingSeed)))).toBe('forged');
  });

  it('made by a newer version says so, and by whom', () => {
    const newer = resigned((manifest) => ({ ...manifest, format: 2, from: { name: 'Tom', more: 1 } }));
    expect(readShare(newer)).toEqual({ ok: false, error: { why: 'too-new', from: 'Tom' } });
    expect(readShare(resigned(({ what }) => ({ what, format: 9 })))).toEqual({
      ok: false,
      error: { why: 'too-new', from: '' },
    });
    expect(why(resigned((manifest) => ({ ...manifest, what: 'something else' })))).toBe('not-a-share');
  });

  it('carries the photos that its texts show, and no others', () => {
    const pen = new Pen('Tom', 'Maya', 'photos');
    const ids = writeAnAfternoon(pen);
    const [shown, other] = ['a'.repeat(32), 'b'.repeat(32)];
    const text = { type: 'doc', content: [{ type: 'photo', attrs: { attachment: shown, alt: 'the gate' } }] };
    pen.put('note', { about: ids.turn, person: pen.me, day: content.about.day, text } as never);
    const photos = new Map([
      [shown, webp(30, 20)],
      [other, webp(1, 1)],
    ]);
    const zip = writeShare({ ...shareContent(pen, { sessions: [ids.session] }), photos }, pen.signingSeed);
    const read = zip.ok ? readShare(zip.value) : zip;
    expect(read.ok && [...read.value.photos]).toEqual([[shown, webp(30, 20)]]);
    expect(read.ok && read.value.unread).toEqual([`attachments/${other}.webp`]);
  });

  it('passes over members that only a newer version knows, once they fit the manifest', () => {
    const memo = utf8ToBytes('a voice memo');
    const name = `attachments/${'a'.repeat(32)}.opus`;
    const described = describeMembers(new Map([[name, memo]]));
    const zip = resigned(
      ({ members, ...rest }) => ({ ...rest, members: { ...(members as object), ...described } }),
      [[name, memo]],
    );
    const read = readShare(zip);
    expect(read.ok && read.value.unread).toEqual([name]);
    expect(why(replaced(zip, name, utf8ToBytes('another')))).toBe('damaged');
  });
});
