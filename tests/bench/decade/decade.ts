/**
 * @file Writes the journal of a pair over ten years, through the app's own code: the vault, sealing, rows and
 * checkpoint are the real ones. Built only with the benchmarks' build, and called in a window that waits at the
 * welcome page.
 */

import { begin, type OpenParts, realSurroundings } from '#renderer/app/openJournal.ts';
import { keepAttachment } from '#renderer/journal/attachments.ts';
import { renewCheckpoint } from '#renderer/journal/openVault.ts';
import { addDays, type Day } from '#shared/base/time.ts';
import { Chance } from './chance.ts';
import { type Corpus, fillDecade } from './course.ts';

export interface DecadeOrder {
  readonly years: number;
  readonly photos: number;
  readonly corpus: Corpus;
}

/** Begins a journal without a passphrase and fills it. Answers how many records it holds. */
export async function buildDecade({ years, photos, corpus }: DecadeOrder): Promise<number> {
  const around = realSurroundings();
  const today = around.clock.today();
  const since = addDays(today, -Math.round(years * 365.25));
  const begun = await begin(around, { myName: 'Tom', buddyName: 'Maya', since, usualWalk: 'Holt Wood' }, '');
  if (!begun.ok) throw new Error('The journal could not be begun');
  const { journal } = begun.value;
  const chance = new Chance(1660);
  const records = await fillDecade(journal, chance, { since, today, years, corpus });
  for (let index = 0; index < photos; index += 1) await photo(begun.value, chance, around.clock.today());
  await renewCheckpoint(journal, begun.value);
  return records + photos;
}

/** Two megabytes that do not compress, as a photo's do not, in a note that shows it. */
async function photo({ journal, vault, random }: OpenParts, chance: Chance, day: Day): Promise<void> {
  const bytes = new Uint8Array(2_000_000);
  for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  const kept = await keepAttachment(bytes, vault, random);
  if (!kept.ok) throw new Error('A photo could not be kept');
  const turns = journal.view.all('turn');
  const attrs = { attachment: kept.value, alt: 'What lay on the path', width: 1600, height: 1200 };
  const text = { type: 'doc', content: [{ type: 'photo', attrs }] } as const;
  const body = { about: chance.pick(turns).id, person: journal.me, day, text };
  await journal.write([{ op: 'put', kind: 'note', id: journal.newId('note'), body }]);
}
