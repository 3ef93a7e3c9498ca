const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const says = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/**
 * What stands in a person's disc: the first letter, digit or emoji of the name, whole (a flag or a family is one),
 * in capitals where the script has them. Names without any give a middle dot.
 */
export function personInitial(name: string): string {
  for (const { segment } of graphemes.segment(name.trim())) {
    if (says.test(segment) || /\p{RI}/u.test(segment)) {
      const capital = segment.toLocaleUpperCase();
      // "ß" becomes "SS"; one sign is enough, and the lower one is the person's own.
      return [...graphemes.segment(capital)].length === 1 ? capital : segment;
    }
  }
  return '·';
}
