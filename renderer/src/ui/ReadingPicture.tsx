import './reading.css';
import { type ReadingPair, readingShare } from './readingScale.ts';

export interface ReadingPictureProps extends ReadingPair {
  /** A dot that would be set if the pointer pressed now. */
  readonly ghost?: { readonly moment: 'before' | 'after'; readonly value: number } | undefined;
  /** The dot being moved by keyboard. */
  readonly focused?: 'before' | 'after' | undefined;
}

/** The line from 0 to 10, a hollow dot before, a full one after. Only to look at; the text stands beside it. */
export function ReadingPicture({ before, after, ghost, focused }: ReadingPictureProps) {
  const from = before === undefined || after === undefined ? undefined : Math.min(before, after);
  const to = before === undefined || after === undefined ? undefined : Math.max(before, after);
  return (
    <span className="reading-picture" aria-hidden="true">
      <span className="reading-rule" />
      {from !== undefined && to !== undefined && from !== to ? (
        <span
          className="reading-span"
          style={{ insetInlineStart: place(from), insetInlineEnd: place(10 - to) }}
        />
      ) : null}
      {ghost ? <Dot moment={ghost.moment} value={ghost.value} look="ghost" /> : null}
      {before === undefined ? null : (
        <Dot
          moment="before"
          value={before}
          look={focused === 'before' ? 'focused' : before === after ? 'around' : 'set'}
        />
      )}
      {after === undefined ? null : (
        <Dot moment="after" value={after} look={focused === 'after' ? 'focused' : 'set'} />
      )}
    </span>
  );
}

interface DotProps {
  readonly moment: 'before' | 'after';
  readonly value: number;
  /** `around`: both stand on the same value, and the hollow one becomes a ring about the full one. */
  readonly look: 'set' | 'ghost' | 'focused' | 'around';
}

function Dot({ moment, value, look }: DotProps) {
  return (
    <span
      className="reading-dot"
      data-moment={moment}
      data-look={look}
      style={{ insetInlineStart: place(value) }}
    />
  );
}

function place(value: number): string {
  return `${readingShare(value) * 100}%`;
}
