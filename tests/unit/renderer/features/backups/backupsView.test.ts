import { describe, expect, it } from 'vitest';
import { backupLines, damageWords, shrunkWords } from '#renderer/features/backups/backupsView.ts';
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

describe('a newest backup that holds less', () => {
  const listOf = (...all: readonly Partial<BackupFacts>[]) => ({
    folders: [],
    files: all.map(
      (facts, at): ListedBackup => ({ place: 'own', name, at, bytes: 9, facts: { ...whole, ...facts } }),
    ),
    upgrades: [],
  });

  it('is told where it is more than a fifth less, of entries or of photos', () => {
    expect(shrunkWords(listOf())).toBeUndefined();
    expect(shrunkWords(listOf({ revisions: 100 }, { revisions: 80 }))).toBeUndefined();
    expect(shrunkWords(listOf({ revisions: 100 }, { revisions: 79 }))).toContain('over a fifth fewer');
    expect(shrunkWords(listOf({ attachments: 10 }, { attachments: 7 }))).toContain('over a fifth fewer');
    // One that grew since, and one that was never found whole, say nothing.
    expect(shrunkWords(listOf({ revisions: 79 }, { revisions: 100 }))).toBeUndefined();
    const unread = { revisions: 100, verifiedAt: undefined };
    expect(shrunkWords(listOf(unread, { revisions: 79 }))).toBeUndefined();
  });
});
