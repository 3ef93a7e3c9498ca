import { describe, expect, it } from 'vitest';
import { shareFileName, spokenPassphrase, spokenWords } from '#shared/share/spokenWords.ts';
import { seededRandom } from '../../support/replicas.ts';

describe('words to say', () => {
  it('are 1,024 different ones, short and plain', () => {
    expect(new Set(spokenWords).size).toBe(1024);
    for (const word of spokenWords) expect(word).toMatch(/^[a-z]{3,10}$/);
  });

  it('make five to a passphrase, each equally likely', () => {
    const random = seededRandom('words');
    const counts = new Map<string, number>();
    for (let round = 0; round < 4000; round += 1) {
      const said = spokenPassphrase(random).split(' ');
      expect(said).toHaveLength(5);
      for (const word of said) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    // 20,000 draws from 1,024: some 20 each. None is missing and none stands out.
    expect(counts.size).toBe(1024);
    expect(Math.max(...counts.values())).toBeLessThan(50);
  });
});

describe('the name of a file', () => {
  it('tells nothing', () => {
    const random = seededRandom('names');
    const names = new Set(Array.from({ length: 50 }, () => shareFileName(random)));
    expect(names.size).toBeGreaterThan(45);
    for (const name of names) expect(name).toMatch(/^walk-[bcdfghjkmnpqrstvwxz]{4}\.stringwalk$/);
  });
});
