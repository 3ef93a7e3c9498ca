import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedOver } from '#renderer/journal/bodies.ts';

describe('a change carried over', () => {
  it('sets and removes what it meant to, and leaves everything else', () => {
    const seen = { title: 'a', place: 'wood', rain: true };
    const wanted = { title: 'a', place: 'mill' } as typeof seen;
    expect(carriedOver(seen, wanted, { title: 'typed', place: 'wood', rain: true })).toEqual({
      title: 'typed',
      place: 'mill',
    });
  });

  it('is itself where nothing happened meanwhile, and nothing where it changes nothing', () => {
    const body = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue());
    fc.assert(
      fc.property(body, body, (seen, other) => {
        expect(carriedOver(seen, other, seen)).toEqual(other);
        expect(carriedOver(seen, seen, other)).toEqual(other);
      }),
    );
  });
});
