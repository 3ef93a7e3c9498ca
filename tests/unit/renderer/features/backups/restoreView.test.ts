import { describe, expect, it } from 'vitest';
import { folderProblemWords } from '#renderer/features/backups/backupsView.ts';
import {
  comesBack,
  joinedWords,
  nothingBack,
  restoreTroubleWords,
  staysOut,
  wordsOnWhatGoes,
} from '#renderer/features/backups/restoreView.ts';
import type { RestoreTrouble } from '#renderer/journal/backup/restore.ts';
import type { RestorePreview } from '#renderer/journal/backup/restoring.ts';
import type { BackupFolderProblem } from '#shared/shell/backupContract.ts';

function preview(patch: Partial<RestorePreview>): RestorePreview {
  return {
    about: { me: 'person_1' as RestorePreview['about']['me'], name: 'Maya', madeAt: 1, recovery: undefined },
    unread: { unreadable: 0 },
    revisions: 9,
    fresh: {},
    changed: {},
    known: 0,
    added: 0,
    erased: 0,
    goes: 0,
    refused: 0,
    isWhole: true,
    photos: { missing: 0, damaged: 0, known: 0 },
    ...patch,
  };
}

describe('what of a backup stays out', () => {
  it('is told by why, one and many', () => {
    expect(staysOut(preview({}))).toBe('What you wrote or deleted since stays as it is.');
    const one = staysOut(preview({ known: 1, erased: 1, refused: 1 }));
    expect(one).toContain('1 of its entries and versions is here already and stays as it is.');
    expect(one).toContain('1 version of something you erased for good stays out.');
    expect(one).toContain('1 entry in it cannot be read and is left out.');
    const many = staysOut(preview({ known: 3, erased: 4, refused: 2 }));
    expect(many).toContain('3 of its entries and versions are here already');
    expect(many).toContain('4 versions of what you erased for good stay out.');
    expect(many).toContain('2 entries in it cannot be read and are left out.');
  });

  it('is not said to be here', () => {
    expect(nothingBack(preview({ known: 9 }))).toContain('is in your journal already');
    for (const patch of [{ erased: 1 }, { refused: 1 }, { isWhole: false }])
      expect(nothingBack(preview(patch))).toBe('There is nothing in it to bring back.');
  });
});

describe('what was brought back', () => {
  it('is not said to be all where part of it could not be read', () => {
    expect(joinedWords(preview({ added: 2, erased: 1 }))).toContain(
      'What was missing is in your journal again.',
    );
    for (const patch of [{ isWhole: false }, { refused: 1 }, { unread: { unreadable: 1 } }])
      expect(joinedWords(preview({ added: 2, ...patch }))).toContain('What could be read of it');
  });

  it('is not called unchanged once something was', () => {
    expect(restoreTroubleWords({ why: 'not-kept' })).toContain('Nothing was changed.');
    expect(restoreTroubleWords({ why: 'half-kept' })).not.toContain('Nothing was changed');
  });
});

describe('what comes back', () => {
  it('is never an empty list where something does', () => {
    expect(comesBack(preview({ fresh: { note: 1, turn: 2 } }))).toEqual(['1 note']);
    expect(comesBack(preview({ fresh: { turn: 2, person: 1 } }))).toEqual(['3 other things']);
    expect(comesBack(preview({ fresh: { erasure: 1 } }))).toEqual(['1 other thing']);
    expect(comesBack(preview({ changed: { person: 1 } }))).toEqual(['1 other thing']);
    expect(comesBack(preview({ added: 0 }))).toEqual([]);
  });

  it('says what would go', () => {
    expect(wordsOnWhatGoes(preview({}))).toBeUndefined();
    expect(wordsOnWhatGoes(preview({ goes: 1 }))).toContain('it goes from here as well');
    expect(wordsOnWhatGoes(preview({ goes: 2 }))).toContain('they go from here as well');
  });
});

describe('every trouble has a sentence of its own', () => {
  /** Each once: the compiler misses what is not here. */
  const troubles: Record<RestoreTrouble['why'], RestoreTrouble> = {
    empty: { why: 'empty' },
    'not-a-backup': { why: 'not-a-backup' },
    damaged: { why: 'damaged' },
    'too-big': { why: 'too-big' },
    'wrong-key': { why: 'wrong-key' },
    'not-this-journals': { why: 'not-this-journals' },
    'another-persons': { why: 'another-persons', name: 'Maya' },
    'too-new': { why: 'too-new', app: '9.0.0' },
    'cannot-read': { why: 'cannot-read' },
    'no-room': { why: 'no-room' },
    'cannot-write': { why: 'cannot-write' },
    'not-kept': { why: 'not-kept' },
    'half-kept': { why: 'half-kept' },
    'read-only': { why: 'read-only' },
    'other-pages': { why: 'other-pages' },
    failed: { why: 'failed' },
    cancelled: { why: 'cancelled' },
  };
  /** To whoever reads it, the same: it was not written. */
  const alike = new Set<RestoreTrouble['why']>(['not-kept']);

  it('of a restore', () => {
    const told = Object.values(troubles).filter(({ why }) => !alike.has(why));
    const words = told.map(restoreTroubleWords);
    expect(new Set(words).size).toBe(words.length);
    for (const each of words) expect(each).toMatch(/^[A-Z].*[.?]$/);
    expect(restoreTroubleWords({ why: 'not-kept' })).toBe(restoreTroubleWords({ why: 'cannot-write' }));
  });

  it('of the second folder', () => {
    const problems: Record<BackupFolderProblem, true> = {
      absent: true,
      'cannot-write': true,
      'no-room': true,
      'cannot-read': true,
      'no-answer': true,
    };
    const words = Object.keys(problems).map((problem) => folderProblemWords(problem as BackupFolderProblem));
    expect(new Set(words).size).toBe(words.length);
    for (const each of words) expect(each).toContain('Backups go on beside your journal');
  });
});
