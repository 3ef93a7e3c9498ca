/** @file What search can find of each record: a name, all its words, its day. Nothing of it is ever stored. */
import { unreachable } from '#shared/base/assert.ts';
import { type Kind, kinds } from '#shared/domain/record.ts';
import { plainText } from '#shared/domain/richText.ts';
import { methods } from '#shared/domain/turn.ts';
import { fold } from '#shared/search/fold.ts';
import { type Findable, newestFirst } from '#shared/search/scan.ts';
import type { SomeEntry, View } from './view.ts';

export interface Found extends Findable {
  readonly entry: SomeEntry;
  readonly text: string;
}

/** Entries are replaced, never changed, so what was worked out for one stays true for it. */
const known = new WeakMap<SomeEntry, Found>();

/** The whole list, for as long as nothing changes. */
const lists = new WeakMap<View, { readonly version: number; readonly list: readonly Found[] }>();

/** Everything in the journal that can be found, the newest first. */
export function findables(view: View): readonly Found[] {
  const present = lists.get(view);
  if (present?.version === view.version) return present.list;
  const all = kinds.flatMap((kind) => (view.all(kind) as readonly SomeEntry[]).map(findable));
  const list = all.filter(({ folded }) => folded !== '\n').sort(newestFirst);
  lists.set(view, { version: view.version, list });
  return list;
}

function findable(entry: SomeEntry): Found {
  const cached = known.get(entry);
  if (cached) return cached;
  const { title, words, day } = wordsOf(entry);
  const text = words.filter((part) => part !== undefined && part !== '').join('\n');
  const found: Found = {
    entry,
    text,
    folded: narrow(fold(`${title}\n${text}`)),
    foldedTitle: fold(title),
    day,
  };
  known.set(entry, found);
  return found;
}

/**
 * Text that was written with typographic quotes takes two bytes a letter even when folding has made them plain, and
 * a third longer to look through. Parsed anew it takes one.
 */
function narrow(folded: string): string {
  return JSON.parse(JSON.stringify(folded)) as string;
}

interface Words {
  readonly title: string;
  readonly words: readonly (string | undefined)[];
  readonly day: string;
}

function wordsOf(entry: SomeEntry): Words {
  const { kind } = entry;
  switch (kind) {
    case 'session':
      return { title: entry.body.title || entry.body.place, words: [entry.body.place], day: entry.body.day };
    case 'turn': {
      const { method } = entry.body;
      // A method chosen from the list is nobody's words: half the journal would be found by "string".
      const isListed = methods.some((listed) => listed === method);
      return { title: '', words: isListed ? [] : [method], day: '' };
    }
    case 'note':
    case 'noticing':
      return { title: '', words: [plainText(entry.body.text)], day: entry.body.day };
    case 'question': {
      const { wording, earlier, answer, day } = entry.body;
      return { title: wording, words: [...earlier.map((each) => each.wording), answer], day };
    }
    case 'timeline':
      return {
        title: entry.body.title,
        words: [entry.body.from?.text, entry.body.to?.text],
        day: entry.body.day,
      };
    case 'mat':
      return { title: entry.body.name, words: [entry.body.when?.text], day: entry.body.when?.day ?? '' };
    case 'foundObject':
      return { title: entry.body.meaning, words: [entry.body.shape], day: '' };
    case 'goal': {
      const { name, why, evidence, smallestStep, levels, day } = entry.body;
      return { title: name, words: [why, evidence, smallestStep, ...levels], day };
    }
    case 'checkIn':
    case 'reading':
      return { title: '', words: [entry.body.words], day: entry.body.day };
    case 'commitment': {
      const { what, why, ifThen, learned, day } = entry.body;
      return { title: what, words: [why, ifThen, learned], day };
    }
    case 'agreement':
      return {
        title: 'Agreement',
        words: asked(entry.body.promises),
        day: entry.body.day,
      };
    case 'reflection':
      return {
        title: 'Reflection',
        words: asked(entry.body.answers),
        day: entry.body.day,
      };
    case 'person':
      return { title: entry.body.name, words: [], day: '' };
    case 'measure':
      return { title: entry.body.name, words: [entry.body.low, entry.body.high], day: '' };
    case 'handover':
    case 'erasure':
      return { title: '', words: [], day: entry.body.day };
    case 'buddyship':
      return { title: entry.body.usualWalk, words: [entry.body.rhythm], day: entry.body.since };
    default:
      return unreachable(entry);
  }
}

/** Each question with what was said to it; one that was left open is shown nowhere. */
function asked(answers: readonly { readonly prompt: string; readonly words: string }[]): readonly string[] {
  return answers.flatMap(({ prompt, words }) => (words.trim() === '' ? [] : [prompt, words]));
}

/** Works out what search needs, a little at a time, so that the first search is as quick as the next. */
export async function warmUp(view: View, breathe: () => Promise<void>): Promise<void> {
  for (const kind of kinds) {
    const entries = view.all(kind as Kind) as readonly SomeEntry[];
    for (let start = 0; start < entries.length; start += 200) {
      for (const entry of entries.slice(start, start + 200)) findable(entry);
      await breathe();
    }
  }
  findables(view);
}
