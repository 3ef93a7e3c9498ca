/** Half-open, in UTF-16 units of the text as it stands. */
export interface FoundRange {
  readonly from: number;
  readonly to: number;
}

/** Small letters without accents, and with "ß" and ligatures opened, so that "Strasse" finds "Straße". */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/**
 * Where the words of a query occur in a text, folded, in order and without overlaps. Each word may stand anywhere,
 * also inside a longer one. Folding changes lengths, so every folded unit remembers the character it came from.
 */
export function foundWords(text: string, query: string): readonly FoundRange[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0 || text === '') return [];

  let folded = '';
  const origins: FoundRange[] = [];
  let at = 0;
  for (const character of text) {
    const unit = fold(character);
    // A mark that stands by itself belongs to the character before it.
    const before = origins.at(-1);
    if (unit === '' && before) origins[origins.length - 1] = { from: before.from, to: at + character.length };
    for (let index = 0; index < unit.length; index += 1) {
      origins.push({ from: at, to: at + character.length });
    }
    folded += unit;
    at += character.length;
  }

  const ranges: FoundRange[] = [];
  for (const word of words) {
    for (let hit = folded.indexOf(word); hit !== -1; hit = folded.indexOf(word, hit + word.length)) {
      const first = origins[hit];
      const last = origins[hit + word.length - 1];
      if (first && last) ranges.push({ from: first.from, to: last.to });
    }
  }
  return joined(ranges);
}

function joined(ranges: FoundRange[]): FoundRange[] {
  const whole: FoundRange[] = [];
  for (const range of ranges.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = whole.at(-1);
    if (last && range.from <= last.to)
      whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else whole.push(range);
  }
  return whole;
}
