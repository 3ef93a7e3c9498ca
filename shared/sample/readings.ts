import { invariant } from '../base/assert.ts';
import { type CommonMeasure, commonMeasures } from '../domain/measure.ts';

export interface RatedMeasure {
  readonly measure: CommonMeasure;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** `3>7 ?>4 5>5 ?`: clarity, confidence, energy and motivation before and after; `?` is not rated. */
export function readRatings(text: string): readonly RatedMeasure[] {
  const parts = text.split(' ');
  invariant(parts.length === commonMeasures.length, `four ratings in "${text}"`);
  return commonMeasures.map((measure, index) => {
    const [before = '?', after = '?'] = (parts[index] ?? '').split('>');
    return { measure, before: rated(before), after: rated(after) };
  });
}

function rated(text: string): number | undefined {
  return text === '?' ? undefined : Number(text);
}
