import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestWord, slipsBetween } from '#shared/recovery/nearestWord.ts';
import { bytesOf, identityOf, secretOf, wordsOf } from '#shared/recovery/recoveryWords.ts';
import { readTypedGroup, readTypedKey, typedProblemWords, watchTypedKey } from '#shared/recovery/typedKey.ts';
import { spokenWords } from '#shared/share/spokenWords.ts';

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 });
const places = fc.nat(31);
const words = fc.constantFrom(...spokenWords);

/** The sheet as people type it, one way or another. */
const ways: readonly ((groups: readonly (readonly string[])[]) => string)[] = [
  (groups) => groups.map((group) => group.join(' ')).join('\n'),
  (groups) => groups.flat().join(' '),
  (groups) => groups.flat().join(', ').toUpperCase(),
  (groups) => groups.map((group, index) => `${index + 1}. ${group.join(' ')}`).join('\n'),
  (groups) => groups.map((group, index) => `Group ${index + 1}: ${group.join(', ')}`).join('  '),
  (groups) => groups.map((group) => group.join('\n')).join('\n\n'),
  (groups) => `\r\n  ${groups.map((group) => group.join('\t')).join('\r\n')} \r\n`,
  // The groups in another order, as long as their numbers stand beside them.
  (groups) =>
    groups
      .map((group, index) => `${index + 1}) ${group.join(' ')}`)
      .reverse()
      .join('\n'),
];

function changed(secret: Uint8Array, place: number, word: string): string[][] {
  const groups = wordsOf(secret).map((group) => [...group]);
  const group = groups[Math.floor(place / 4)];
  if (group) group[place % 4] = word;
  return groups;
}

describe('a recovery key as words', () => {
  test('is the same key again, however it is typed', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...ways), (secret, way) => {
        expect(readTypedKey(way(wordsOf(secret)))).toEqual({ ok: true, value: secret });
      }),
    );
  });

  test('is eight groups of four, and stays what it was', () => {
    const groups = wordsOf(Uint8Array.from({ length: 32 }, (_, index) => index * 7));
    // Sheets lie in drawers for decades: this never changes.
    expect(groups.map((group) => group.join(' '))).toMatchInlineSnapshot(`
      [
        "acorn canyon thorn maze",
        "canyon nugget plough hut",
        "dream yarrow jelly kite",
        "hamlet lagoon cobble hen",
        "laurel tart trio fold",
        "nugget glen pumice hammock",
        "prelude seal knapsack gull",
        "silk cuckoo crisp lagoon",
      ]
    `);
  });

  test('one changed word is found in its group, or the key is another one', () => {
    let undetected = 0;
    let tried = 0;
    fc.assert(
      fc.property(secrets, places, words, (secret, place, word) => {
        const groups = changed(secret, place, word);
        fc.pre(groups.flat()[place] !== wordsOf(secret).flat()[place]);
        const read = readTypedKey(groups.flat().join(' '));
        tried += 1;
        if (read.ok) {
          undetected += 1;
          // It passes its check by chance, but it is another key: no slot opens with it.
          expect(read.value).not.toEqual(secret);
        } else expect(read.error).toMatchObject({ why: 'misfit', group: Math.floor(place / 4) + 1 });
      }),
      { numRuns: 6000, seed: 7 },
    );
    // One in 256 by chance, no fewer and no more; give or take what the dice do.
    expect(undetected).toBeGreaterThan(tried / 256 / 2);
    expect(undetected).toBeLessThan((tried / 256) * 1.8);
  });

  test('two words exchanged within a group are found there', () => {
    let undetected = 0;
    fc.assert(
      fc.property(secrets, fc.nat(7), fc.nat(3), fc.nat(3), (secret, index, one, other) => {
        const groups = wordsOf(secret).map((group) => [...group]);
        const group = groups[index] ?? [];
        fc.pre(group[one] !== group[other]);
        [group[one], group[other]] = [group[other] ?? '', group[one] ?? ''];
        const read = readTypedKey(groups.flat().join(' '));
        if (read.ok) undetected += 1;
        else expect(read.error).toMatchObject({ why: 'misfit', group: index + 1 });
      }),
      { numRuns: 1500, seed: 7 },
    );
    expect(undetected).toBeLessThan(20);
  });

  test('two groups exchanged are named, each where it stands', () => {
    const secret = Uint8Array.from({ length: 32 }, (_, index) => 255 - index * 3);
    const groups = [...wordsOf(secret)];
    [groups[2], groups[4]] = [groups[4] ?? [], groups[2] ?? []];
    const read = readTypedKey(groups.flat().join(' '));
    expect(read).toEqual({ ok: false, error: { why: 'misfit', group: 3, fitsGroup: 5 } });
  });

  test('a missing word is named where lines or numbers tell the groups apart, and never overlooked', () => {
    fc.assert(
      fc.property(secrets, places, (secret, place) => {
        const groups = wordsOf(secret).map((group) => [...group]);
        groups[Math.floor(place / 4)]?.splice(place % 4, 1);
        const missing = { why: 'words-missing', group: Math.floor(place / 4) + 1, have: 3 };
        for (const way of [ways[0], ways[3]])
          expect(readTypedKey(way?.(groups) ?? '')).toEqual({ ok: false, error: missing });
        expect(readTypedKey(groups.flat().join(' ')).ok).toBe(false);
      }),
    );
  });

  test('a whole group missing, or a word too many, is named', () => {
    const groups = wordsOf(new Uint8Array(32).fill(9));
    const numbered = ways[3]?.(groups) ?? '';
    expect(readTypedKey(numbered.replace(/4\. .*\n/, ''))).toEqual({
      ok: false,
      error: { why: 'words-missing', group: 4, have: 0 },
    });
    expect(readTypedKey(`${groups.flat().join(' ')} acorn`)).toEqual({
      ok: false,
      error: { why: 'words-too-many', group: 8 },
    });
  });

  test('whatever is typed, nothing breaks, and what is wrong has a sentence', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.oneof(words, fc.string({ maxLength: 4 }), fc.nat(9).map(String)), { maxLength: 50 })
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const read = readTypedKey(typed);
        expect(watchTypedKey(typed)).toHaveLength(8);
        if (!read.ok) expect(typedProblemWords(read.error)).toMatch(/^[A-Z].*[.?]$/su);
      }),
    );
  });
});

describe('a slip of the pen', () => {
  const secret = new Uint8Array(32).fill(77);
  const groups = wordsOf(secret);

  test('names its group, the word, and one that fits there, nearly always the one that was meant', () => {
    let right = 0;
    let tried = 0;
    for (const [place, word] of groups.flat().entries()) {
      for (let letter = 0; letter < word.length; letter += 1) {
        const typo = word.slice(0, letter) + word.slice(letter + 1);
        if (spokenWords.includes(typo)) continue;
        const number = Math.floor(place / 4) + 1;
        const read = readTypedKey(changed(secret, place, typo).flat().join(' '));
        expect(read).toMatchObject({ error: { why: 'unknown-word', group: number, word: typo } });
        const meant = !read.ok && read.error.why === 'unknown-word' ? (read.error.meant ?? '') : '';
        expect(bytesOf(number, changed(secret, place, meant)[number - 1] ?? []).ok).toBe(true);
        tried += 1;
        right += meant === word ? 1 : 0;
      }
    }
    // A neighbour of the word that fits as well, by chance: one in 256 of the few there are.
    expect(right / tried).toBeGreaterThan(0.97);
  });

  test('reads so', () => {
    const read = readTypedGroup(3, 'harp lantrn otter zebra');
    expect(read.ok ? '' : typedProblemWords(read.error)).toBe(
      'Group 3: ‘lantrn’ is not one of the words; did you mean ‘lantern’?',
    );
    expect(typedProblemWords({ why: 'misfit', group: 5, fitsGroup: undefined })).toBe(
      'Something in group 5 does not fit: a word is wrong or in another place.',
    );
  });

  test('finds the nearest word, by beginning or by slips', () => {
    const none = () => false;
    expect(nearestWord('lantrn', none)).toBe('lantern');
    expect(nearestWord('horizo', none)).toBe('horizon');
    expect(nearestWord('qqqqqq', none)).toBe(undefined);
    expect(slipsBetween('teh', 'the')).toBe(1);
    expect(slipsBetween('', 'oak')).toBe(3);
  });
});

describe('while somebody types', () => {
  const groups = wordsOf(new Uint8Array(32).fill(3));
  const states = (typed: string) => watchTypedKey(typed).map(({ state }) => state);

  test('a word on its way is not a wrong one, and each group that is there is told', () => {
    const [first = [], second = []] = groups;
    const half = `${first.join(' ')}\n${second.slice(0, 2).join(' ')} ${second[2]?.slice(0, 2)}`;
    expect(states(half).slice(0, 3)).toEqual(['fits', 'begun', 'empty']);
    expect(states(`${first.join(' ')}\nlantrn `).slice(0, 2)).toEqual(['fits', 'wrong']);
    expect(states(groups.flat().join(' '))).toEqual(Array(8).fill('fits'));
    expect(states('')).toEqual(Array(8).fill('empty'));
  });
});

describe('the text of the key', () => {
  test('is age’s own, and read in any case and over line breaks', () => {
    fc.assert(
      fc.property(secrets, fc.nat(70), (secret, cut) => {
        const text = identityOf(secret);
        expect(text).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
        expect(secretOf(text)).toEqual(secret);
        const typed = ` ${text.slice(0, cut)}\n${text.slice(cut).toLowerCase()} `;
        expect(readTypedKey(typed)).toEqual({ ok: true, value: secret });
      }),
    );
  });

  test('with a slip in it is refused', () => {
    const text = identityOf(new Uint8Array(32).fill(1));
    expect(readTypedKey(text.slice(0, -1))).toEqual({ ok: false, error: { why: 'text-damaged' } });
    expect(readTypedKey(`${text.slice(0, 30)}Q${text.slice(31)}`).ok).toBe(text[30] === 'Q');
    expect(secretOf('age1qqqq')).toBeUndefined();
  });

  test('four words of the list are four bytes and a check', () => {
    expect(bytesOf(1, wordsOf(new Uint8Array(32))[0] ?? [])).toEqual({ ok: true, value: new Uint8Array(4) });
  });
});
