/** @file Begins to read the journal by being imported: before React, so that the disk works while the rest of the code is still being run. */
import { type StartUp, startUp } from './openJournal.ts';

/** What was found, once; never rejects. */
export const starting: Promise<StartUp> = startUp().catch(
  (): StartUp => ({ state: 'stopped', start: undefined, why: 'cannot-open' }),
);
