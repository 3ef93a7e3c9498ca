/** @file What was made good while a journal was opened or looked through, as the person is told. */
import type { JournalEvent } from '#shared/shell/contract.ts';
import type { Healed } from './healing.ts';
import { shell } from './shell.ts';

type Happening = Pick<JournalEvent, 'what' | 'rows'>;

/** What is worth telling; nothing where both places were whole. */
export function happeningsIn(healed: Healed): readonly Happening[] {
  const happenings: Happening[] = [];
  if (healed.log === 'cut') happenings.push({ what: 'log-cut', rows: 0 });
  if (healed.log === 'rescued') happenings.push({ what: 'log-rescued', rows: healed.rowsToLog });
  if (healed.log === 'foreign') happenings.push({ what: 'log-foreign', rows: healed.rowsToLog });
  if (healed.log === 'renewed') happenings.push({ what: 'log-renewed', rows: healed.rowsToLog });
  if (healed.rowsToDatabase > 0) happenings.push({ what: 'rows-from-log', rows: healed.rowsToDatabase });
  const isTold = healed.log === 'rescued' || healed.log === 'foreign' || healed.log === 'renewed';
  if (healed.rowsToLog > 0 && !isTold) happenings.push({ what: 'rows-to-log', rows: healed.rowsToLog });
  return happenings;
}

/** Writes them down where Settings shows them. What cannot be written down has been said all the same. */
export async function noteHappenings(happenings: readonly Happening[], at: number): Promise<void> {
  for (const happening of happenings) await shell.noteEvent({ ...happening, at }).catch(() => undefined);
}

/** One sentence for one event. */
export function sentenceOf({ what, rows }: Happening): string {
  const entries = rows === 1 ? 'one entry' : `${rows.toLocaleString()} entries`;
  switch (what) {
    case 'rows-from-log':
      return `The database had lost ${entries}, which came back from the log.`;
    case 'rows-to-log':
      return `The log lacked ${entries}, and was filled from the database.`;
    case 'log-cut':
      return 'The log ended in the middle of a line, as after a power cut.';
    case 'log-rescued':
      return 'The log was damaged. It was set aside untouched, and a whole one written in its place.';
    case 'log-foreign':
      return 'The log here belonged to another journal. It was set aside untouched, and a new one begun.';
    case 'log-renewed':
      return 'The log was written anew from the database.';
    case 'database-rebuilt':
      return `The database could not be read. It was built anew from the log, with ${entries}.`;
    case 'database-lost':
      return 'The database was found damaged and emptied by the browser inside Stringwalk, and filled again from the log.';
  }
}
