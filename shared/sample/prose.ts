/** @file From the sample's prose to rich text, with the season and the years of the day it was written on. */
import type { Day } from '../base/time.ts';
import type { Mark, RichNode, RichText } from '../domain/richText.ts';

const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof seasons)[number];

/** The season of a day in the north, where the two live. */
export function seasonOf(day: Day): Season {
  const month = Number(day.slice(5, 7));
  return seasons[Math.floor(((month + 9) % 12) / 3)] ?? 'winter';
}

/**
 * Text for one day: `{bluebells|elder|brambles|frost}` gives what that season has (spring, summer, autumn, winter),
 * `{y}` and `{y+2}` the day's year and others near it. The sample's days move with today, and so must these.
 */
export function onDay(text: string, day: Day): string {
  const season = seasons.indexOf(seasonOf(day));
  const year = Number(day.slice(0, 4));
  return curled(text)
    .replace(/\{([^{}|]*)\|([^{}|]*)\|([^{}|]*)\|([^{}|]*)\}/g, (_, ...each: string[]) => each[season] ?? '')
    .replace(/\{y([+-]\d+)?\}/g, (_, offset?: string) => String(year + Number(offset ?? 0)));
}

/** Quotes and apostrophes as a printer sets them. */
function curled(text: string): string {
  return text
    .replace(/(^|[\s(*])"/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll("'", '’');
}

/**
 * Rich text from prose. Blank lines part the blocks; lines of a block are joined unless they begin a list (`- `),
 * a checklist (`[ ] `, `[x] `), a quote (`> `) or a heading (`# `). `*words*` are italic, `**words**` bold.
 */
export function richProse(text: string, day: Day): RichText {
  const blocks = onDay(text, day)
    .trim()
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').map((line) => line.trim()));
  return { type: 'doc', content: blocks.map(blockOf) };
}

function blockOf(lines: readonly string[]): RichNode {
  const [first = ''] = lines;
  if (first.startsWith('# '))
    return { type: 'heading', attrs: { level: 2 }, content: inline(first.slice(2)) };
  if (first.startsWith('> '))
    return {
      type: 'blockquote',
      content: [paragraph(lines.map((line) => line.replace(/^> ?/, '')).join(' '))],
    };
  if (first.startsWith('- '))
    return {
      type: 'bulletList',
      content: itemsOf(lines, /^- /).map((item) => ({
        type: 'listItem',
        content: [paragraph(item.slice(2))],
      })),
    };
  if (checkbox.test(first))
    return {
      type: 'taskList',
      content: itemsOf(lines, checkbox).map((item) => ({
        type: 'taskItem',
        attrs: { checked: item.startsWith('[x]') },
        content: [paragraph(item.slice(4))],
      })),
    };
  return paragraph(lines.join(' '));
}

const checkbox = /^\[[ x]\] /;

/** A line that begins no item goes on with the one before. */
function itemsOf(lines: readonly string[], beginning: RegExp): readonly string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (beginning.test(line) || items.length === 0) items.push(line);
    else items.push(`${items.pop()} ${line}`);
  }
  return items;
}

function paragraph(text: string): RichNode {
  return { type: 'paragraph', content: inline(text) };
}

function inline(text: string): RichNode[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('**')) return marked(part.slice(2, -2), { type: 'bold' });
      return part.startsWith('*')
        ? marked(part.slice(1, -1), { type: 'italic' })
        : { type: 'text', text: part };
    });
}

function marked(text: string, mark: Mark): RichNode {
  return { type: 'text', text, marks: [mark] };
}
