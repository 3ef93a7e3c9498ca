/**
 * @file Words in a form in front of the page that is not sent yet: no lock and no crash may take them along. The app
 * hands in from above where they lie meanwhile; where nobody does, they are on the page alone. No form asks for secrets.
 */
import {
  createContext,
  type FocusEvent,
  type FormEvent,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';

/** What stands in one field, and how the field is called. */
export interface FieldText {
  readonly label: string;
  readonly text: string;
}

/** The place of what one form holds. */
export interface UnsentWords {
  readonly keep: (title: string, words: readonly FieldText[]) => void;
  /** Sent or put away: nothing is to be left over. */
  readonly drop: () => void;
  /** The form went with its page, and nobody sent it or put it away. */
  readonly letStand: () => void;
}

/** Begins a place for one form. */
export const UnsentContext = createContext<(() => UnsentWords) | undefined>(undefined);

type Field = HTMLTextAreaElement | HTMLInputElement;

/** Watches a form from its opening to its end. `title` is what stands above it. */
export function useUnsent(title: string) {
  const begin = useContext(UnsentContext);
  const [unsent] = useState(() => begin?.());
  /** The fields somebody was in, each with what stood there before. */
  const fields = useRef(new Map<Field, string>());
  const isSent = useRef(false);

  useEffect(() => () => (isSent.current ? unsent?.drop() : unsent?.letStand()), [unsent]);

  return {
    onFocusCapture: ({ target }: FocusEvent<HTMLFormElement>) => {
      if (hasWords(target) && !fields.current.has(target)) fields.current.set(target, target.value);
    },
    onInput: ({ target }: FormEvent<HTMLFormElement>) => {
      // What was sent was not taken, or somebody would not go on.
      isSent.current = false;
      if (!hasWords(target)) return;
      // Words dropped in come without anybody having been there.
      if (!fields.current.has(target)) fields.current.set(target, '');
      const words = [...fields.current]
        .filter(([{ value }, before]) => value !== before && value.trim() !== '')
        .map(([{ labels, value }]) => ({ label: labels?.[0]?.textContent ?? '', text: value }));
      if (words.length > 0) unsent?.keep(title, words);
      else unsent?.drop();
    },
    sent: () => {
      isSent.current = true;
    },
    putAway: () => unsent?.drop(),
  };
}

/** A box of several lines, or one line of people's own words. */
function hasWords(target: EventTarget): target is Field {
  return target instanceof HTMLElement && target.matches('textarea, [data-words] input');
}
