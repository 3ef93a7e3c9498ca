import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decryptWithKeys, encryptToKeys } from '#renderer/journal/ageFile.ts';
import { piecesOf, streamOf } from '#renderer/journal/backup/streams.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import { seal } from '#shared/revisions/revision.ts';
import { readShare, writeShare } from '#shared/share/shareFile.ts';
import { howMany } from '../../../support/howMany.ts';
import { shareContent } from '../../../support/makeShare.ts';
import { Pen } from '../../../support/pen.ts';
import { play, script } from '../../support/script.ts';

/** The laws of what travels: revisions by way of the bytes of a share. */

const pen = new Pen('Tom', 'Maya');
const { about, page, photos } = shareContent(pen, {});

function zipOf(revisions: readonly Revision[]): Uint8Array {
  const zip = writeShare({ about, page, photos, revisions }, pen.signingSeed);
  if (!zip.ok) throw new Error(zip.error);
  return zip.value;
}

it('export-import identity: what was said on one side is what arrives on the other', () => {
  fc.assert(
    fc.property(script(30), (steps) => {
      const { tom, maya } = play(steps);
      const read = readShare(zipOf([...tom.set.values()]));
      if (!read.ok) throw new Error(read.error.why);
      expect(read.value.revisions).toEqual([...tom.set.values()]);
      const [byShare, byHand] = [maya.clone(), maya.clone()];
      byShare.import(tom.me, read.value.revisions);
      byHand.import(tom.me, tom.set.values());
      expect(byShare.set).toEqual(byHand.set);
      expect(byShare.picture()).toBe(byHand.picture());
    }),
    { numRuns: howMany({ short: 60, full: 2000 }) },
  );
});

it('unknown-field round trip: what only a newer version understands arrives as it was', () => {
  // No version writes keys that could reach into a prototype, and a share that has one is refused.
  const isForbidden = /"(?:__proto__|constructor|prototype)":/;
  const value = fc
    .jsonValue()
    .map((each) => JSON.stringify(each))
    .filter((json) => !isForbidden.test(json))
    .map((json) => JSON.parse(json) as unknown);
  const extra = fc.dictionary(fc.stringMatching(/^x[a-zA-Z]{1,12}$/), value, { maxKeys: 4 });
  fc.assert(
    fc.property(script(10), extra, extra, (steps, inBody, around) => {
      const { tom, maya } = play(steps);
      const id = tom.newNote('known words');
      const [note] = [...tom.set.values()].filter(({ record }) => record === id);
      if (!note) throw new Error('the note was written');
      const { id: _id, tag: _tag, ...core } = note;
      const newer = seal({ ...core, ...around, body: { ...core.body, ...inBody } }, tom.tagKey);
      const read = readShare(zipOf([newer]));
      const plan = maya.import(tom.me, read.ok ? read.value.revisions : []);
      expect(plan.added).toEqual([newer]);
      expect(maya.view.get('note', id)?.body).toEqual({ ...core.body, ...inBody });
    }),
    { numRuns: howMany({ short: 60, full: 2000 }) },
  );
});

it('reject-atomic: a share that was damaged is refused whole, or is what it was', () => {
  const { tom } = play([
    { who: 0, do: 'note' },
    { who: 0, do: 'session' },
    { who: 0, do: 'edit', which: 0 },
  ]);
  const revisions = [...tom.set.values()];
  const zip = zipOf(revisions);
  const spot = fc.nat(zip.length - 1);
  const damage = fc.oneof(
    fc.tuple(fc.constant('change' as const), spot, fc.integer({ min: 1, max: 255 })),
    fc.tuple(fc.constant('cut' as const), spot, spot),
    fc.tuple(fc.constant('fill' as const), spot, fc.integer({ min: 1, max: 200 })),
  );
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (all) => {
      let damaged = zip;
      for (const [what, at, much] of all) {
        const next = damaged.slice();
        if (what === 'change') next[at] = (next[at] ?? 0) ^ much;
        if (what === 'fill') next.fill(0, at, at + much);
        const [from, to] = [Math.min(at, much), Math.max(at, much)];
        damaged = what === 'cut' ? new Uint8Array([...next.subarray(0, from), ...next.subarray(to)]) : next;
      }
      const read = readShare(damaged);
      if (read.ok) expect(read.value.revisions).toEqual(revisions);
    }),
    { numRuns: howMany({ short: 500, full: 20_000 }) },
  );
});

it('decrypt(encrypt(x)) = x: for every recipient, whatever the bytes and the pieces they come in', async () => {
  const identities = [await generateX25519Identity(), await generateX25519Identity()];
  const recipients = await Promise.all(identities.map(identityToRecipient));
  const pieces = fc.array(fc.uint8Array({ maxLength: 70_000, size: 'max' }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(pieces, async (plain) => {
      async function* source() {
        yield* plain.map((each) => new Uint8Array(each));
      }
      const file = await joined(await encryptToKeys(streamOf(source()), recipients));
      for (const identity of identities) {
        const opened = await decryptWithKeys(new Blob([file]).stream(), [identity]);
        expect(Buffer.compare(await joined(opened), Buffer.concat(plain))).toBe(0);
      }
    }),
    { numRuns: howMany({ short: 25, full: 1000 }) },
  );
});

async function joined(stream: ReadableStream<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(stream)) pieces.push(piece);
  return Buffer.concat(pieces);
}
