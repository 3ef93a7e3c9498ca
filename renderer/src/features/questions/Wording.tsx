import { useRef, useState } from 'react';
import { reword } from '#shared/domain/question.ts';
import { findFolded, queryWords } from '#shared/search/fold.ts';
import { useMarkedWords } from '../../journal/marked.ts';
import { useDraft, useJournal } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';

/**
 * The wording as the page's heading, edited in place. While somebody types, the record already carries the wording it
 * had when they began among its earlier ones, so that nothing of it can be lost; what was typed in between is not kept.
 */
export function Wording({
  question,
  canWrite,
}: {
  readonly question: Entry<'question'>;
  readonly canWrite: boolean;
}) {
  const journal = useJournal();
  const { body, change } = useDraft('question', question.id, question.body);
  const [before, setBefore] = useState<typeof body>();
  const [isEmptied, setEmptied] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);

  const type = (wording: string) => {
    const start = before ?? body;
    // An emptied field keeps nothing: whoever leaves it like this, in whatever way, finds the wording it had.
    const isEmpty = wording.trim() === '';
    setEmptied(isEmpty);
    if (isEmpty) return change({ wording: start.wording, earlier: start.earlier });
    // A draft is still being found; only what was carried or walked is worth keeping as it was.
    const next =
      start.state === 'drafted' ? { ...start, wording } : reword(start, wording, journal.clock.today());
    change({ wording: next.wording, earlier: next.earlier });
  };
  const done = async () => {
    setBefore(undefined);
    setEmptied(false);
    await journal.drafts.settle(question.id);
    requestAnimationFrame(() => edit.current?.focus());
  };

  if (before === undefined) {
    return (
      <div className="question-wording">
        <h1 dir="auto" tabIndex={-1}>
          <Marked text={body.wording} />
        </h1>
        {canWrite ? (
          <IconButton ref={edit} icon="edit" label="Change the wording" onPress={() => setBefore(body)} />
        ) : null}
      </div>
    );
  }
  return (
    <div className="question-wording" data-open>
      <h1 className="visually-hidden" tabIndex={-1}>
        {body.wording}
      </h1>
      <TextField
        label="The question"
        hideLabel
        words
        multiline
        autoFocus
        maxLength={500}
        value={isEmptied ? '' : body.wording}
        onChange={type}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          void done();
        }}
        description={before.state === 'drafted' ? undefined : 'The wording it had stays below, with the day.'}
        problem={isEmptied ? 'A question needs a word or two.' : undefined}
      />
      <Button icon="check" onPress={() => void done()}>
        Done
      </Button>
    </div>
  );
}

/** A plain text with the words a search led here by. */
function Marked({ text }: { readonly text: string }) {
  const words = queryWords(useMarkedWords() ?? '');
  const found = findFolded(text, words);
  if (found.length === 0) return text;
  let from = 0;
  const parts = found.map(([start, end]) => {
    const before = text.slice(from, start);
    from = end;
    return (
      <span key={start}>
        {before}
        <mark>{text.slice(start, end)}</mark>
      </span>
    );
  });
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
