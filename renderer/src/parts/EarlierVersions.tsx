import './earlierVersions.css';
import { useLocation } from 'wouter';
import type { RecordId } from '#shared/base/ids.ts';
import { pathToHistory } from '../journal/paths.ts';
import { useView } from '../journal/useJournal.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import type { MenuAction } from '../ui/Menu.tsx';
import { Notice } from '../ui/Notice.tsx';

/** The way to a record's earlier versions, for its menu. `detail` says what else they tell. */
export function useEarlierVersions(id: RecordId, detail?: string): MenuAction {
  const [, go] = useLocation();
  return {
    id: 'history',
    label: 'Earlier versions',
    detail,
    icon: 'clock',
    onAction: () => go(pathToHistory(id)),
  };
}

export interface EarlierVersionsProps {
  readonly id: RecordId;
  /** What they are versions of: "Notes by Maya". */
  readonly of: string;
}

/** The same as a small clock beside words. It is there once something was kept, and shows when the words are looked at. */
export function EarlierVersionsButton({ id, of }: EarlierVersionsProps) {
  const [, go] = useLocation();
  const others = useView((view) => {
    const heads = view.headsOf(id);
    return heads.length === 0 ? undefined : heads.filter(({ op }) => op !== 'delete').length - 1;
  });
  if (others === undefined) return null;
  if (others > 0) {
    return (
      <Button look="plain" size="s" icon="clock" onPress={() => go(pathToHistory(id))}>
        {others === 1 ? 'There is another version of this' : `There are ${others} other versions of this`}
      </Button>
    );
  }
  return (
    <span className="earlier-versions">
      <IconButton
        icon="clock"
        size="s"
        label={`Earlier versions of ${of}`}
        onPress={() => go(pathToHistory(id))}
      />
    </span>
  );
}

/** For the head of a page: another version of what it shows stands beside it, and nobody has joined the two yet. */
export function OtherVersionsNotice({ id }: { readonly id: RecordId }) {
  const [, go] = useLocation();
  const heads = useView((view) => view.headsOf(id));
  if (heads.length < 2) return null;
  const wasDeleted = heads.some(({ op }) => op === 'delete');
  const count = heads.filter(({ op }) => op !== 'delete').length - 1;
  return (
    <div className="other-versions">
      <Notice action={<Button onPress={() => go(pathToHistory(id))}>Compare</Button>}>
        {count > 0
          ? `There ${count === 1 ? 'is another version' : `are ${count} other versions`} of this: it was written on in two places. Both are kept.`
          : null}
        {count === 0 && wasDeleted
          ? 'This was deleted in one place while it was written on in another, so it is here again.'
          : null}
      </Notice>
    </div>
  );
}
