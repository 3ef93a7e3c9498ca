/**
 * Words broken into lines no wider than `width`, at most `most` of them; what does not fit ends in an ellipsis. The
 * lines are made about equally long, so that no word is left alone.
 */
export function labelLines(
  words: string,
  width: number,
  most: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines = filled(words, width, most, measure);
  const isCut = lines.at(-1)?.endsWith('…') ?? false;
  if (lines.length < 2 || isCut) return lines;
  // Narrower than its widest word a line would break that word.
  const widest = Math.max(...words.trim().split(/\s+/).map(measure));
  for (let narrower = Math.max(widest, width / lines.length); narrower < width; narrower += 6) {
    const balanced = filled(words, narrower, lines.length, measure);
    if (!balanced.at(-1)?.endsWith('…')) return balanced;
  }
  return lines;
}

function filled(
  words: string,
  width: number,
  most: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const rest = words.trim().split(/\s+/);
  while (rest.length > 0) {
    const word = rest[0] ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      rest.shift();
    } else if (lines.length === most - 1) {
      return [...lines, shortened(longer, width, measure)];
    } else if (line === '') {
      // One word wider than a line is broken where it must be.
      const part = longestPart(word, width, measure);
      lines.push(part);
      rest[0] = word.slice(part.length);
    } else {
      lines.push(line);
      line = '';
    }
  }
  return line === '' ? lines : [...lines, line];
}

function shortened(text: string, width: number, measure: (text: string) => number): string {
  return `${longestPart(text, width - measure('…'), measure).trimEnd()}…`;
}

/** As many whole characters as fit, at least one. Characters that belong together stay together. */
function longestPart(text: string, width: number, measure: (text: string) => number): string {
  let part = '';
  for (const { segment } of characters.segment(text)) {
    if (part !== '' && measure(part + segment) > width) break;
    part += segment;
  }
  return part;
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
