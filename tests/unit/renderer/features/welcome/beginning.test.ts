import { describe, expect, test } from 'vitest';
import { beginningOf, emptyDraft, problemsOf } from '#renderer/features/welcome/beginning.ts';
import type { Day } from '#shared/base/time.ts';

const today = '2026-03-01' as Day;
const filled = { ...emptyDraft(today), myName: ' Judith ', buddyName: 'نور 🌿' };

describe('the welcome form', () => {
  test('needs both names, and says so for each', () => {
    expect(Object.keys(problemsOf({ ...emptyDraft(today), myName: '  ' })).sort()).toEqual([
      'buddyName',
      'myName',
    ]);
    expect(beginningOf(emptyDraft(today))).toBeUndefined();
  });

  test('begins with trimmed names of any script, today, and no passphrase', () => {
    expect(beginningOf(filled)).toEqual({
      beginning: { myName: 'Judith', buddyName: 'نور 🌿', since: today, usualWalk: '' },
      passphrase: '',
    });
  });

  test('needs a day', () => {
    expect(problemsOf({ ...filled, since: undefined }).since).toBe('Choose a day. Roughly is fine.');
  });

  test('asks for a passphrase of eight characters, twice, only if it is to be protected now', () => {
    const now = { ...filled, protect: 'now' as const };
    expect(problemsOf({ ...now, passphrase: '🌿🌿🌿🌿', again: '🌿🌿🌿🌿' })).toHaveProperty('passphrase');
    expect(problemsOf({ ...now, passphrase: 'four words are best', again: 'four words' })).toEqual({
      again: 'The two do not match yet. Type the same passphrase twice.',
    });
    expect(
      beginningOf({ ...now, passphrase: 'four words are best', again: 'four words are best ' }),
    ).toMatchObject({ passphrase: 'four words are best' });
    expect(beginningOf({ ...filled, passphrase: 'typed, then thought better of' })?.passphrase).toBe('');
  });
});
