import { describe, expect, it } from 'vitest';
import { backupLines, damageWords } from '#renderer/features/backups/backupsView.ts';
import type { BackupFacts, BackupPlace, ListedBackup } from '#shared/shell/backupContract.ts';

const name = 'stringwalk-2026-11-22T14-05-09.age';
const found = { bytes: 9, revisions: 3, records: 3, attachments: 0, rows: 3, unreadable: 0 };
const whole: BackupFacts = { ...found, verifiedAt: 5 };
const damaged: BackupFacts = { ...found, damagedAt: 6 };

function lineOf(copies: Partial<Record<BackupPlace, BackupFacts | undefined>>) {
  const files = Object.entries(copies).map(
    ([place, facts]): ListedBackup => ({ place: place as BackupPlace, name, at: 1, bytes: 9, facts }),
  );
  const [line] = backupLines({ folders: [], files, upgrades: [] });
  if (!line) throw new Error('There is no line');
  return line;
}

describe('a backup in two folders', () => {
  it('is one line, and the copy to rely on is the one that was found whole', () => {
    expect(lineOf({ own: whole, second: whole })).toMatchObject({ places: ['own', 'second'], place: 'own' });
    expect(lineOf({ own: damaged, second: whole })).toMatchObject({ place: 'second', facts: whole });
    expect(lineOf({ own: undefined, second: whole })).toMatchObject({ place: 'second', facts: whole });
    expect(lineOf({ own: damaged, second: undefined })).toMatchObject({ place: 'second', facts: undefined });
  });

  it('says which copy is damaged, and what to do where no other is left', () => {
    expect(damageWords(lineOf({ own: whole, second: whole }))).toBeUndefined();
    expect(damageWords(lineOf({ own: damaged, second: whole }))).toContain('The one in the second folder');
    expect(damageWords(lineOf({ own: whole, second: damaged }))).toContain('The one on this computer');
    for (const copies of [{ own: damaged }, { own: damaged, second: damaged }])
      expect(damageWords(lineOf(copies))).toContain('back up now');
  });
});
