import { killWhileBackingUp, restore } from './backups.ts';
import { jumpClocks } from './clocks.ts';
import { harmFiles } from './damage.ts';
import { fillDisk } from './diskFull.ts';
import { tryFormats } from './formats.ts';
import type { Ground } from './ground.ts';
import { killPage, killWhileChangingPassphrase, killWhileImporting, killWhileTyping } from './kills.ts';
import { searchForWords } from './leaks.ts';
import type { Outcome } from './outcome.ts';
import { attackPackage } from './packaged.ts';
import { killWhileUpgrading, leaveWhileTyping, startTwice } from './starts.ts';

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
  { name: 'kill-upgrade', times: 30, run: killWhileUpgrading },
  { name: 'kill-backup', times: 50, run: killWhileBackingUp },
  { name: 'leave-typing', times: 60, run: leaveWhileTyping },
  { name: 'double-start', times: 50, run: startTwice },
  { name: 'disk-full', times: 8, run: fillDisk },
  { name: 'damage', times: 1000, run: harmFiles },
  { name: 'clocks', times: 30, run: jumpClocks },
  { name: 'canary', times: 50, run: searchForWords },
  { name: 'restore', times: 6, run: restore },
  { name: 'packaged', times: 1, run: attackPackage },
  { name: 'formats', times: 1, run: tryFormats },
];
