import { useMemo, useSyncExternalStore } from 'react';

/** The three voices of labels on the ground; canvas.css sets them the same. */
export type LabelVoice = 'name' | 'soft' | 'words';

const fonts: Readonly<Record<LabelVoice, { readonly style: string; readonly family: string }>> = {
  name: { style: '560 15px', family: '--font-interface' },
  soft: { style: '400 13px', family: '--font-interface' },
  words: { style: 'italic 400 16px', family: '--font-words' },
};

/** Grows when fonts have come, for then every width is another. */
let arrivals = 0;

function onFonts(listener: () => void): () => void {
  const arrived = () => {
    arrivals += 1;
    listener();
  };
  document.fonts.addEventListener('loadingdone', arrived);
  return () => document.fonts.removeEventListener('loadingdone', arrived);
}

/** Measures words as the ground will show them, in pixels. A new function when fonts arrive. */
export function useTextWidth(): (text: string, voice: LabelVoice) => number {
  const fontsArrived = useSyncExternalStore(onFonts, () => arrivals);
  // biome-ignore lint/correctness/useExhaustiveDependencies: widths measured before a font came are wrong
  return useMemo(() => {
    const context = document.createElement('canvas').getContext('2d');
    const root = getComputedStyle(document.documentElement);
    const known = new Map<string, number>();
    return (text: string, voice: LabelVoice): number => {
      const key = `${voice} ${text}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      if (!context) return text.length * 8;
      const { style, family } = fonts[voice];
      context.font = `${style} ${root.getPropertyValue(family)}`;
      const { width } = context.measureText(text);
      known.set(key, width);
      return width;
    };
  }, [fontsArrived]);
}
