import { useEffect, useState } from 'react';
import { Judge } from './strengthClient.ts';
import type { Guess } from './strengthWords.ts';

const restMs = 200;

export interface Strength {
  /** Of what stands there, a moment after the last key. */
  readonly guess: Guess | undefined;
  /** Of what stands there, now: before it is taken. */
  readonly judge: () => Promise<Guess | undefined>;
}

/** Judges a passphrase while it is being chosen. `names` are what its owner's acquaintances would try first. */
export function useStrength(passphrase: string, names: readonly string[]): Strength {
  const [judge] = useState(() => new Judge());
  const [guess, setGuess] = useState<Guess>();
  const known = names.join('\n');

  useEffect(() => () => judge.end(), [judge]);

  useEffect(() => {
    if (passphrase === '') return setGuess(undefined);
    let isStale = false;
    const timer = setTimeout(async () => {
      const found = await judge.ask(passphrase, known.split('\n'));
      if (!isStale) setGuess(found);
    }, restMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [judge, passphrase, known]);

  const judgeNow = async () => {
    const found = passphrase === '' ? undefined : await judge.ask(passphrase, known.split('\n'));
    setGuess(found);
    return found;
  };
  return { guess, judge: judgeNow };
}
