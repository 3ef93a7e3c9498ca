/** @file Words in forms that are not sent yet, held as notes: they are where somebody looks first, and name their form. */
import { paragraphs } from '#shared/domain/richText.ts';
import type { Journal } from '../journal/journal.ts';
import type { UnsentWords } from '../ui/unsent.ts';

/** A note that belongs to nothing, for the life of one form. It stands on Today where the form was never sent. */
export function unsentNote(journal: Journal): UnsentWords {
  const id = journal.newId('note');
  return {
    keep: (title, words) => {
      const lines = [`Left unfinished: ${title}`, ...words.flatMap(({ label, text }) => [label, text])];
      const text = paragraphs(lines.join('\n'));
      journal.drafts.hold('note', id, { person: journal.me, day: journal.clock.today(), text });
    },
    drop: () => void journal.drafts.letGo(id),
    letStand: () => journal.drafts.letStand(id),
  };
}
