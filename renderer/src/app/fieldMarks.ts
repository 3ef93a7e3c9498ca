/** @file Marks words inside the boxes people write in, where the browser's own highlights cannot reach. */
import { findFolded } from '#shared/search/fold.ts';

export type WordField = HTMLInputElement | HTMLTextAreaElement;

/** What assistive technology must not see for good; a panel that is only closed just now is none. */
const neverSeen = '.visually-hidden, [aria-hidden="true"]:not([hidden="until-found"])';

/** The boxes of a page that hold people's words. Figures, switches and what only forms need are none. */
export function wordFields(page: HTMLElement): readonly WordField[] {
  return [...page.querySelectorAll<WordField>('textarea, input[type="text"], input:not([type])')].filter(
    (field) => field.role !== 'spinbutton' && !field.closest(neverSeen),
  );
}

/** Where on the page's paper, inside a field's border, a word stands. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Paints the words as a background of the field itself, one patch behind each: nothing is laid over the field, and
 * the text stays the browser's. Returns how far down the first stands; undefined when the field holds none of them.
 */
export function markField(field: WordField, words: readonly string[]): number | undefined {
  const found = findFolded(field.value, words);
  if (found.length === 0) {
    clearField(field);
    return undefined;
  }
  const places = placesIn(field, found);
  const each = (what: (place: Place) => string) => places.map(what).join(', ');
  const { style } = field;
  style.backgroundImage = each(() => 'linear-gradient(var(--found), var(--found))');
  style.backgroundPosition = each(({ left, top }) => `${left}px ${top}px`);
  style.backgroundSize = each(({ width, height }) => `${width}px ${height}px`);
  style.backgroundRepeat = 'no-repeat';
  // Goes along when a long text is scrolled in its box.
  style.backgroundAttachment = 'local';
  const [start, end] = found[0] ?? [0, 0];
  field.setAttribute('aria-description', `Found here: ${field.value.slice(start, end)}`);
  return places[0]?.top;
}

export function clearField(field: WordField): void {
  for (const name of ['image', 'position', 'size', 'repeat', 'attachment'])
    field.style.removeProperty(`background-${name}`);
  field.removeAttribute('aria-description');
}

/** What of a field's looks decides where its words stand. */
const looks = [
  'direction',
  'font-family',
  'font-feature-settings',
  'font-kerning',
  'font-optical-sizing',
  'font-size',
  'font-stretch',
  'font-style',
  'font-variation-settings',
  'font-weight',
  'letter-spacing',
  'line-height',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'tab-size',
  'text-align',
  'text-indent',
  'unicode-bidi',
  'word-spacing',
] as const;

/** The same text is set a second time, out of sight, where its words can be measured. */
function placesIn(field: WordField, found: readonly (readonly [number, number])[]): readonly Place[] {
  const isLine = field instanceof HTMLInputElement;
  const mirror = document.createElement('div');
  const computed = getComputedStyle(field);
  for (const look of looks) mirror.style.setProperty(look, computed.getPropertyValue(look));
  Object.assign(mirror.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    boxSizing: 'border-box',
    width: `${field.clientWidth}px`,
    visibility: 'hidden',
    overflowWrap: 'break-word',
    whiteSpace: isLine ? 'pre' : 'pre-wrap',
  });
  const text = document.createTextNode(field.value);
  mirror.append(text);
  document.body.append(mirror);
  const origin = mirror.getBoundingClientRect();
  // A line stands in the middle of its box, and may have been pushed along in it.
  const across = origin.left + (isLine ? field.scrollLeft : 0);
  const down = origin.top - (isLine ? (field.clientHeight - origin.height) / 2 : 0);
  const places = found.flatMap(([start, end]) => {
    const range = new Range();
    range.setStart(text, start);
    range.setEnd(text, end);
    return [...range.getClientRects()].map(({ left, top, width, height }): Place => {
      return { left: left - across, top: top - down, width, height };
    });
  });
  mirror.remove();
  return places;
}
