import { describe, expect, it } from 'vitest';
import {
  joinedWords,
  nothingBack,
  restoreTroubleWords,
  staysOut,
} from '#renderer/features/backups/restoreView.ts';
import type { RestorePreview } from '#renderer/journal/backup/restoring.ts';

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
