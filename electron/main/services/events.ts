import { join } from 'node:path';
import type { JournalEvent } from '#shared/shell/contract.ts';
import { journalEvents } from '#shared/shell/contract.ts';
import { writeWhole } from './files.ts';
import { readJson } from './json.ts';

/** As many as anybody will read. */
const mostEvents = 100;

const fileOf = (dataFolder: string) => join(dataFolder, 'journal', 'events.json');

/** What was made good in this data folder, newest first. Counts and times; never a word of the journal. */
export function readEvents(dataFolder: string): readonly JournalEvent[] {
  const parsed = journalEvents.safeParse(readJson(fileOf(dataFolder)));
  return parsed.success ? parsed.data : [];
}

export async function noteEvent(dataFolder: string, event: JournalEvent): Promise<void> {
  const events = [event, ...readEvents(dataFolder)].slice(0, mostEvents);
  await writeWhole(fileOf(dataFolder), new TextEncoder().encode(JSON.stringify(events)));
}
