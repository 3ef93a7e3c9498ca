import { describe, expect, it, test } from 'vitest';
import { z } from 'zod/mini';
import { findables } from '#renderer/journal/findables.ts';
import { pathTo } from '#renderer/journal/paths.ts';
import type { Day } from '#shared/base/time.ts';
import { type Body, bodies, type IdOf, type Kind, kinds } from '#shared/domain/record.ts';
import { paragraphs, richText } from '#shared/domain/richText.ts';
import { methods } from '#shared/domain/turn.ts';
import { fold } from '#shared/search/fold.ts';
import { Notebook } from '../../support/notebook.ts';

/** Texts of any form that nobody writes and no page shows. */
const notSearched: Readonly<Record<string, string>> = {
  'handover.share': 'the id of a share',
  'handover.counts{}': 'names of kinds',
  'handover.records[]': 'ids of records',
  'erasure.records[]': 'ids of records',
};

interface Sample {
  readonly value: unknown;
  /** Where in the body a free text stands. Each holds its own path, so that it is known when it is found. */
  readonly texts: readonly string[];
}

/**
 * A value as a schema has it, with every part that may be left out. A text is free unless its schema asks more of it
 * than a length: ids, days, times and choices all do.
 */
function sampleOf(schema: z.core.$ZodType, path: string): Sample {
  if (schema === richText) return { value: paragraphs(wordAt(path)), texts: [path] };
  if (schema instanceof z.ZodMiniOptional) return sampleOf(schema.def.innerType, path);
  if (schema instanceof z.ZodMiniString) {
    const isFree = (schema.def.checks ?? []).every(({ _zod }) => _zod.def.check === 'max_length');
    return isFree ? { value: wordAt(path), texts: [path] } : { value: 'x', texts: [] };
  }
  if (schema instanceof z.ZodMiniEnum) return { value: schema.options[0], texts: [] };
  if (schema instanceof z.ZodMiniLiteral) return { value: schema.def.values[0], texts: [] };
  if (schema instanceof z.ZodMiniNumber) return { value: 0, texts: [] };
  if (schema instanceof z.core.$ZodUnion) {
    const options = schema._zod.def.options.map((option) => sampleOf(option, path));
    const worded = options.filter(({ texts }) => texts.length > 0);
    if (worded.length > 1) throw new Error(`${path} has words in several forms: look at each of them`);
    return worded[0] ?? options[0] ?? { value: undefined, texts: [] };
  }
  if (schema instanceof z.ZodMiniArray) {
    const element = sampleOf(schema.def.element, `${path}[]`);
    return { ...element, value: [element.value] };
  }
  if (schema instanceof z.ZodMiniTuple) {
    const items = schema.def.items.map((item, index) => sampleOf(item, `${path}[${index}]`));
    return { value: items.map(({ value }) => value), texts: items.flatMap(({ texts }) => texts) };
  }
  if (schema instanceof z.ZodMiniRecord) {
    const key = sampleOf(schema.def.keyType, `${path}{}`);
    const inside = sampleOf(schema.def.valueType, `${path}{}.`);
    return { value: { [String(key.value)]: inside.value }, texts: [...key.texts, ...inside.texts] };
  }
  if (schema instanceof z.ZodMiniObject) {
    const fields = Object.entries<z.core.$ZodType>(schema.shape).map(
      ([name, field]) => [name, sampleOf(field, `${path}.${name}`)] as const,
    );
    return {
      value: Object.fromEntries(fields.map(([name, { value }]) => [name, value])),
      texts: fields.flatMap(([, { texts }]) => texts),
    };
  }
  throw new Error(`${path} is of a type this test does not know: ${schema._zod.def.type}`);
}

/** Bracketed, so that none is the beginning of another. */
function wordAt(path: string): string {
  return `<${path}>`;
}

/** The free texts of a kind that search finds, and those that it does not. */
function sought(kind: Kind): { readonly found: readonly string[]; readonly missed: readonly string[] } {
  const { value, texts } = sampleOf(bodies[kind], kind);
  const book = new Notebook();
  const id = book.put(kind, value as Body<Kind>);
  const words = findables(book.view).find(({ entry }) => entry.id === id)?.folded ?? '';
  const isFound = (path: string) => words.includes(fold(wordAt(path)));
  return { found: texts.filter(isFound), missed: texts.filter((path) => !isFound(path)) };
}

describe('search', () => {
  test.each(kinds)('finds every text that somebody may have written in a %s', (kind) => {
    const excepted = Object.keys(notSearched).filter((path) => path.startsWith(`${kind}.`));
    expect(sought(kind).missed.toSorted()).toEqual(excepted.toSorted());
  });

  it('sees free texts at any depth', () => {
    const found = kinds.flatMap((kind) => sought(kind).found);
    expect(found).toEqual(
      expect.arrayContaining([
        'note.text',
        'turn.method',
        'goal.levels[4]',
        'timeline.from.text',
        'question.earlier[].wording',
        'agreement.promises[].prompt',
      ]),
    );
  });

  it('finds a method that people named, and not one from the list', () => {
    const book = new Notebook();
    const session = book.newId('session');
    const half = (method: string) =>
      book.put('turn', { session, order: 1, explorer: book.me, holder: book.buddy, method });
    for (const method of methods) half(method);
    const own = half('Skipping stones');
    expect(findables(book.view).flatMap(({ entry }) => (entry.kind === 'turn' ? entry.id : []))).toEqual([
      own,
    ]);
  });

  it('does not find a question nobody answered', () => {
    const book = new Notebook();
    const promises = [
      { prompt: 'Who books?', words: ' ' },
      { prompt: 'Who starts?', words: 'Whoever had less' },
    ];
    book.put('agreement', { buddyship: book.buddyship, day: '2026-03-01' as Day, promises, accepted: [] });
    expect(findables(book.view).map(({ text }) => text)).toContain('Who starts?\nWhoever had less');
  });
});

describe('what was found opens', () => {
  const book = new Notebook();
  const reading = (turn?: Body<'reading'>['turn']) =>
    book.put('reading', {
      ...(turn ? { turn } : {}),
      person: book.me,
      measure: 'clarity',
      moment: turn ? 'after' : 'alone',
      day: '2026-03-01' as Day,
      value: 4,
      words: 'The queue moved',
    });
  const pathOf = (id: IdOf<'reading' | 'measure'>) => {
    const found = findables(book.view).find(({ entry }) => entry.id === id);
    return found && pathTo(book.view, found.entry);
  };

  it('a reading in its half, on its own, or in its history where the half is not here', () => {
    const session = book.put('session', {
      buddyship: book.buddyship,
      day: '2026-03-01' as Day,
      manner: 'walk',
      place: '',
      title: '',
    });
    const turn = book.put('turn', { session, order: 1, explorer: book.me, holder: book.buddy });
    const [alone, inHalf, astray] = [reading(), reading(turn), reading(book.newId('turn'))];
    expect(pathOf(alone)).toBe(`/growth?reading=${alone}`);
    expect(pathOf(inHalf)).toBe(`/sessions/${session}`);
    expect(pathOf(astray)).toBe(`/history/${astray}`);
  });

  it('a measure where its readings are', () => {
    const patience = book.put('measure', { person: book.me, name: 'Patience' });
    expect(pathOf(patience)).toBe(`/growth?measure=${patience}`);
  });
});
