/**
 * Text as search compares it: lower case, without accents, with typographic quotes and dashes made plain.
 * "Café" finds "cafe" and the other way round.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .toLowerCase();
}

// Most of what is written needs no more than lower case; the check costs a tenth of the folding.
const plain = /^[\x20-\x7e\n\t]*$/;

/** Roughly where the first of the words stands in a text; for cutting an excerpt, where a few letters do not matter. */
export function roughlyAt(text: string, words: readonly string[]): number | undefined {
  const folded = fold(text);
  const places = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
  return places.length === 0 ? undefined : Math.floor((Math.min(...places) * text.length) / folded.length);
}

/** The words of a query, folded; what stands in "double quotes" is one. */
export function queryWords(query: string): readonly string[] {
  const words = fold(query).match(/"[^"]+"|[^\s"]+/g) ?? [];
  return words.map((word) => word.replace(/^"|"$/g, '').trim()).filter((word) => word !== '');
}

/** Where a folded word stands in a text: start and end in the text's own characters, in order, never overlapping. */
export function findFolded(
  text: string,
  words: readonly string[],
  most = 200,
): readonly (readonly [number, number])[] {
  if (words.length === 0) return [];
  const { folded, origin } = foldWithOrigin(text);
  const found: [number, number][] = [];
  for (const word of words) {
    for (
      let at = folded.indexOf(word);
      at >= 0 && found.length < most;
      at = folded.indexOf(word, at + word.length)
    ) {
      // A word that ends inside a character that folded into several ("ﬁ" into "fi") takes it whole.
      let end = at + word.length;
      while (end < folded.length && origin[end] === origin[end - 1]) end += 1;
      found.push([origin[at] ?? 0, origin[end] ?? text.length]);
    }
  }
  found.sort(([a], [b]) => a - b);
  return found.filter(([start], index) => index === 0 || start >= (found[index - 1]?.[1] ?? 0));
}

/** Folds character by character, remembering where each folded one came from. */
function foldWithOrigin(text: string): { readonly folded: string; readonly origin: readonly number[] } {
  let folded = '';
  const origin: number[] = [];
  let position = 0;
  for (const character of text) {
    const part = fold(character);
    for (let index = 0; index < part.length; index += 1) origin.push(position);
    folded += part;
    position += character.length;
  }
  origin.push(position);
  return { folded, origin };
}
