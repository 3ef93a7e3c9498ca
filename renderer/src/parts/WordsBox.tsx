import './said.css';
import type { PersonId } from '#shared/domain/record.ts';
import { paragraphs, type RichText } from '#shared/domain/richText.ts';
import { useMarkedWords } from '../journal/marked.ts';
import { type PersonShown, personShown } from '../journal/people.ts';
import { shell } from '../journal/shell.ts';
import { useView } from '../journal/useJournal.ts';
import { LazyEditor } from '../ui/editor/LazyEditor.tsx';
import { RichTextView } from '../ui/editor/RichTextView.tsx';

/** One object for all texts not yet begun, so that none of them seems to change. */
export const emptyText = paragraphs('');

const openLink = (url: string) => void shell.openLink({ url });

export interface WordsBoxProps {
  readonly label: string;
  readonly doc: RichText;
  readonly onChange: (doc: RichText) => void;
  readonly placeholder: string;
}

/** Where somebody's words are written. */
export function WordsBox(props: WordsBoxProps) {
  const marked = useMarkedWords();
  return <LazyEditor {...props} highlight={marked} onLink={openLink} />;
}

/** Words that came from the other journal: theirs to change, ours to read. */
export function WordsToRead({ doc, author }: { readonly doc: RichText; readonly author: PersonId }) {
  const { name } = useView((view) => personShown(view, author));
  const marked = useMarkedWords();
  return (
    <div className="said-elsewhere">
      <RichTextView doc={doc} highlight={marked} onLink={openLink} />
      <p className="aside">
        from <bdi>{name}</bdi>&rsquo;s journal
      </p>
    </div>
  );
}

/** What an empty box asks for once the words themselves have come from the other journal. */
export function besideTheirs({ side, name }: PersonShown): string {
  return side === 'me' ? 'In your own words' : `What you wrote down for ${name} yourself`;
}
