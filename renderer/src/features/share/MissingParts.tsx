import { Notice } from '../../ui/Notice.tsx';
import type { Missing } from './importView.ts';

/** What a share speaks of and does not bring, and whom to ask for it. Whoever shares may have kept it to themselves. */
export function MissingParts({
  missing,
  sender,
}: {
  readonly missing: Missing;
  /** Undefined where it is one's own. */
  readonly sender: string | undefined;
}) {
  const { parts, isMine } = missing;
  if (parts.length === 0 && !isMine) return null;
  return (
    <Notice title="Part missing.">
      {parts.length > 0 ? (
        <ul className="share-missing" aria-label="Part missing">
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      ) : null}
      {parts.length > 0 && sender !== undefined ? (
        <p>
          <bdi>{sender}</bdi> may have kept it back. If you would like to have it, ask for a fuller share.
        </p>
      ) : null}
      {isMine && sender !== undefined ? (
        <p>
          <bdi>{sender}</bdi>’s journal knows entries of yours that are not here any more. A full share from
          there brings them home.
        </p>
      ) : null}
    </Notice>
  );
}
