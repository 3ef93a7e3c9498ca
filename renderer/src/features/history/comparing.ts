/** @file Two versions of a record, field by field and word by word. Pure. */
import { countWords, type DiffPiece, wordDiff } from '#shared/review/wordDiff.ts';
import type { Field } from './fields.ts';

/** One field of two versions. Absent on a side where the version left it empty. */
export interface FieldPair {
  readonly key: string;
  readonly name: string;
  readonly before: Field | undefined;
  readonly after: Field | undefined;
  readonly pieces: readonly DiffPiece[];
  /** `layout`: the words are the same, how they are set out is not. */
  readonly change: 'none' | 'words' | 'layout';
}

/** Every field that either version has, in the order of `after`; what only `before` had comes where it stood. */
export function pairFields(before: readonly Field[], after: readonly Field[]): readonly FieldPair[] {
  const [earlier, later] = [keyed(before), keyed(after)];
  const keys = [...later.keys()];
  let at = 0;
  for (const key of earlier.keys()) {
    const found = keys.indexOf(key);
    if (found >= 0) at = found + 1;
    else {
      keys.splice(at, 0, key);
      at += 1;
    }
  }
  return keys.map((key) => pair(key, earlier.get(key), later.get(key)));
}

/** Two people may have worded an agreement's prompt alike: the second of a name is another field. */
function keyed(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const result = new Map<string, Field>();
  for (const field of fields) {
    let key = field.name;
    while (result.has(key)) key += ' ';
    result.set(key, field);
  }
  return result;
}

function pair(key: string, before: Field | undefined, after: Field | undefined): FieldPair {
  const pieces = wordDiff(before?.text ?? '', after?.text ?? '');
  const isReworded = pieces.some(({ change }) => change !== 'same');
  const isReset = JSON.stringify(before?.doc) !== JSON.stringify(after?.doc);
  return {
    key,
    name: key.trim(),
    before,
    after,
    pieces,
    change: isReworded ? 'words' : isReset ? 'layout' : 'none',
  };
}

/** What changed, in a few words for a line: "12 words in, 3 out", "Title, Where". */
export function changeInWords(pairs: readonly FieldPair[]): string {
  const changed = pairs.filter(({ change }) => change !== 'none');
  const [first, ...others] = changed;
  if (!first) return 'Nothing that can be read changed';
  if (others.length > 0) return changed.map(({ name }) => name).join(', ');
  if (first.change === 'layout') return 'How it is set out';
  const isWords = first.before?.isWords ?? first.after?.isWords ?? false;
  const { added, removed } = countWords(first.pieces);
  if (!isWords || added + removed === 0) return first.name;
  const counts = [
    ...(added > 0 ? [`${added} ${added === 1 ? 'word' : 'words'} in`] : []),
    ...(removed > 0 ? [`${removed}${added > 0 ? '' : removed === 1 ? ' word' : ' words'} out`] : []),
  ].join(', ');
  return first.name === 'Words' ? counts : `${first.name}: ${counts}`;
}
