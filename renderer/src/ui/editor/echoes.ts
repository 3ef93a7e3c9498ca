/** Never more than this many texts are remembered; enough for minutes of typing without a single save. */
const most = 2_000;

/**
 * Tells a text that comes back from the journal because it was written here from one that was written elsewhere
 * (restored, imported, undone). The first must not be put into the editor again: more may have been typed since.
 */
export interface Echoes<Text> {
  /** The person changed the text to this. */
  readonly wrote: (text: Text) => void;
  /** Whether a text that arrives is one of ours; if so, older ones are no longer expected. */
  readonly isEcho: (text: Text) => boolean;
  /** The editor now holds this, which came from elsewhere. */
  readonly loaded: (text: Text) => void;
}

export function createEchoes<Text>(start: Text, isSame: (a: Text, b: Text) => boolean): Echoes<Text> {
  let expected: Text[] = [start];
  return {
    wrote(text) {
      expected.push(text);
      if (expected.length > most) expected = expected.slice(-most);
    },
    isEcho(text) {
      const at = expected.findIndex((candidate) => isSame(candidate, text));
      if (at === -1) return false;
      expected = expected.slice(at);
      return true;
    },
    loaded(text) {
      expected = [text];
    },
  };
}
