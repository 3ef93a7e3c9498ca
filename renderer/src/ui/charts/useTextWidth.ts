import { useEffect, useMemo, useState } from 'react';

/** How wide words are in a font given as in CSS. Measured anew once the font itself has arrived. */
export function useTextWidth(font: string): (words: string) => number {
  const [isThere, setThere] = useState(() => document.fonts.check(font));
  useEffect(() => {
    let gone = false;
    void document.fonts.load(font).then(() => {
      if (!gone) setThere(true);
    });
    return () => {
      gone = true;
    };
  }, [font]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: widths measured in another font are of no use
  return useMemo(() => {
    const context = document.createElement('canvas').getContext('2d');
    if (context) context.font = font;
    const known = new Map<string, number>();
    return (words: string) => {
      const width = known.get(words) ?? context?.measureText(words).width ?? words.length * 8;
      known.set(words, width);
      return width;
    };
  }, [font, isThere]);
}
