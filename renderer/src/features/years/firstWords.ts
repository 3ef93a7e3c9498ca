import type { PersonId } from '#shared/domain/record.ts';
import { plainText } from '#shared/domain/richText.ts';
import type { Entry } from '../../journal/view.ts';

/** So many letters are a glimpse. */
const most = 180;

/** How the notes of a half begin: its explorer's, else anybody's. Cut between words. */
export function firstWords(notes: readonly Entry<'note'>[], explorer: PersonId): string {
  const written = notes
    .map(({ body, at }) => ({ at, own: body.person === explorer, text: plainText(body.text).trim() }))
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => Number(b.own) - Number(a.own) || a.at - b.at);
  const text = (written[0]?.text ?? '').replace(/\s+/g, ' ');
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}\u00A0…`;
}
