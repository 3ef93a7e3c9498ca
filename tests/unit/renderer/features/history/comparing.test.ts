import { describe, expect, it } from 'vitest';
import { changeInWords, pairFields } from '#renderer/features/history/comparing.ts';
import type { Field } from '#renderer/features/history/fields.ts';
import type { RichText } from '#shared/domain/richText.ts';
import { paragraphs } from '#shared/domain/richText.ts';

const words = (name: string, text: string, doc?: RichText): Field => ({ name, text, doc, isWords: true });
const fact = (name: string, text: string): Field => ({ name, text, isWords: false });

describe('two versions beside each other', () => {
  it('hold every field that either has, where it stood', () => {
    const pairs = pairFields(
      [words('Title', 'Rain'), fact('From', '10:00'), fact('Day', '1 May')],
      [words('Title', 'Rain again'), fact('Day', '1 May'), words('Where', 'Holt Wood')],
    );
    expect(pairs.map(({ name, change }) => [name, change])).toEqual([
      ['Title', 'words'],
      ['From', 'words'],
      ['Day', 'none'],
      ['Where', 'words'],
    ]);
    expect(pairs[1]?.after).toBeUndefined();
    expect(pairs[3]?.before).toBeUndefined();
  });

  it('keep two fields of one name apart', () => {
    const pairs = pairFields(
      [words('Prompt', 'a'), words('Prompt', 'b')],
      [words('Prompt', 'a'), words('Prompt', 'c')],
    );
    expect(pairs.map(({ name, change }) => [name, change])).toEqual([
      ['Prompt', 'none'],
      ['Prompt', 'words'],
    ]);
    expect(new Set(pairs.map(({ key }) => key)).size).toBe(2);
  });

  it('know a change of emphasis from a change of words', () => {
    const plain = paragraphs('said it');
    const bold: RichText = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'said it', marks: [{ type: 'bold' }] }] },
      ],
    };
    const pairs = pairFields([words('Words', 'said it', plain)], [words('Words', 'said it', bold)]);
    expect(pairs[0]?.change).toBe('layout');
    expect(changeInWords(pairs)).toBe('How it is set out');
  });
});

describe('what changed, in a line', () => {
  const change = (before: readonly Field[], after: readonly Field[]) =>
    changeInWords(pairFields(before, after));

  it('counts words where words changed', () => {
    expect(change([words('Words', 'We walked')], [words('Words', 'We walked far today')])).toBe('2 words in');
    expect(change([words('Words', 'We walked far')], [words('Words', 'We walked')])).toBe('1 word out');
    expect(change([words('Words', 'We walked far')], [words('Words', 'We ran far')])).toBe(
      '1 word in, 1 out',
    );
    expect(change([words('Title', 'Rain')], [words('Title', 'Rain again')])).toBe('Title: 1 word in');
  });

  it('names what else changed', () => {
    expect(change([fact('Day', '1 May')], [fact('Day', '2 May')])).toBe('Day');
    expect(change([words('Title', 'a'), fact('Day', '1')], [words('Title', 'b'), fact('Day', '2')])).toBe(
      'Title, Day',
    );
    expect(change([fact('Day', '1')], [fact('Day', '1')])).toBe('Nothing that can be read changed');
  });
});
