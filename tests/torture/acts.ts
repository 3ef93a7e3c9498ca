import type { Ground } from './ground.ts';
import { killPage, killWhileChangingPassphrase, killWhileImporting, killWhileTyping } from './kills.ts';
import type { Outcome } from './outcome.ts';

/** One way of being cruel, and how often it is tried in full. */
export interface Act {
  readonly name: string;
  readonly times: number;
  readonly run: (ground: Ground, times: number) => Promise<Outcome>;
}

export const acts: readonly Act[] = [
  { name: 'kill-typing', times: 200, run: killWhileTyping },
  { name: 'kill-page', times: 50, run: killPage },
  { name: 'kill-importing', times: 50, run: killWhileImporting },
  { name: 'kill-passphrase', times: 50, run: killWhileChangingPassphrase },
];
