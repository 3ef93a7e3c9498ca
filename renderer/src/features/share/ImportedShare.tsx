import type { RefObject } from 'react';
import { Link } from 'wouter';
import { countParts, countsInWords, photosInWords } from '../../journal/counts.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { isShown } from './importView.ts';
import type { Opened } from './importWork.ts';
import { MissingParts } from './MissingParts.tsx';

export interface ImportedShareProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly opened: Opened;
  readonly onEnd: () => void;
}

/** What came, with the way to it. */
export function ImportedShare({ heading, opened, onEnd }: ImportedShareProps) {
  const { me } = useJournal();
  const { brings, preview } = opened;
  const { from } = preview.manifest;
  const titled = useView((view) => brings.titled.filter((each) => isShown(view, each)));
  const came = [
    [...countParts(brings.fresh), photosInWords(brings.photos.fresh.length)].filter(Boolean).join(', '),
    countsInWords(brings.changed) && `${countsInWords(brings.changed)} changed`,
    countsInWords(brings.deleted) && `${countsInWords(brings.deleted)} deleted`,
  ].filter(Boolean);
  return (
    <section className="share-preview" aria-labelledby="share-imported">
      <h2 id="share-imported" ref={heading} tabIndex={-1} className="share-title">
        Now in your journal
      </h2>
      <p>{came.join('; ') || 'What came is kept.'}</p>
      {titled.length > 0 ? (
        <ul className="share-titles" aria-label="What came">
          {titled.map(({ id, title, detail, path }) => (
            <li key={id}>
              <Link href={path} className="share-choice-title">
                <bdi>{title}</bdi>
              </Link>
              <span className="aside">{detail}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <MissingParts missing={brings.missing} sender={from.person === me ? undefined : from.name} />
      <div className="share-actions">
        <Button look="primary" onPress={onEnd}>
          Done
        </Button>
      </div>
    </section>
  );
}
