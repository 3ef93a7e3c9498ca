import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time.ts';
import { onDay, richProse, seasonOf } from '#shared/sample/prose.ts';
import { dayIn } from '#shared/sample/sampleDays.ts';

describe('the prose of the sample journal', () => {
  test('knows the seasons', () => {
    const months = ['01', '02', '03', '05', '06', '08', '09', '11', '12'];
    expect(months.map((month) => seasonOf(`2026-${month}-15` as Day))).toEqual([
      'winter',
      'winter',
      'spring',
      'spring',
      'summer',
      'summer',
      'autumn',
      'autumn',
      'winter',
    ]);
  });

  test('says what its day says', () => {
    const text = 'seven {buds|grass heads|conkers|cones} since {y-8}, until {y+2}';
    expect(onDay(text, '2026-10-01' as Day)).toBe('seven conkers since 2018, until 2028');
  });

  test('sets quotes as a printer would', () => {
    expect(onDay(`"It's *"aha!"* now", she said`, '2026-10-01' as Day)).toBe('“It’s *“aha!”* now”, she said');
  });

  test('becomes rich text', () => {
    const text = `# Found

      One *soft*
      word.

      - first, going
        on
      - second

      [x] done
      [ ] not yet

      > Said, and
      > said again`;
    expect(richProse(text, '2026-10-01' as Day).content).toMatchObject([
      { type: 'heading', content: [{ text: 'Found' }] },
      {
        type: 'paragraph',
        content: [{ text: 'One ' }, { text: 'soft', marks: [{ type: 'italic' }] }, { text: ' word.' }],
      },
      {
        type: 'bulletList',
        content: [
          { content: [{ content: [{ text: 'first, going on' }] }] },
          { content: [{ content: [{ text: 'second' }] }] },
        ],
      },
      { type: 'taskList', content: [{ attrs: { checked: true } }, { attrs: { checked: false } }] },
      { type: 'blockquote', content: [{ content: [{ text: 'Said, and said again' }] }] },
    ]);
  });
});

describe('the days of the sample journal', () => {
  test('keep their place in the calendar year', () => {
    expect(dayIn([3, 0], '2026-11-22' as Day)).toBe('2023-11-22');
    expect(dayIn([1, 14], '2026-12-25' as Day)).toBe('2026-01-08');
    expect(dayIn([1, 0], '2028-02-29' as Day)).toBe('2027-02-28');
  });
});
