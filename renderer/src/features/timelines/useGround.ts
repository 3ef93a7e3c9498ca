import { useCallback, useMemo, useRef } from 'react';
import type { Body, IdOf } from '#shared/domain/record.ts';
import type { Change } from '../../journal/journal.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { toast } from '../../ui/Toast.tsx';
import { type Laid, remove, reverse, type Step } from './groundHistory.ts';

/** What can be done on the ground. Everything done here can be taken back. */
export interface GroundActions {
  /** Shows some fields changed, as a draft: a drag is many of these. */
  readonly change: <K extends Laid>(kind: K, id: IdOf<K>, patch: Partial<Body<K>>) => void;
  /** Ends a drag: one revision, one step to take back. */
  readonly settle: <K extends Laid>(kind: K, id: IdOf<K>, before: Partial<Body<K>>) => void;
  /** One press of a key: drafted, and joined with the presses just before it. */
  readonly nudge: <K extends Laid>(kind: K, id: IdOf<K>, patch: Partial<Body<K>>) => void;
  readonly lay: <K extends 'mat' | 'foundObject'>(kind: K, body: Body<K>) => Promise<IdOf<K> | undefined>;
  readonly remove: (
    kind: 'mat' | 'foundObject',
    id: IdOf<'mat' | 'foundObject'>,
    message: string,
  ) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

export function useGround(): GroundActions {
  const journal = useJournal();
  const done = useRef<Step[]>([]);
  const undone = useRef<Step[]>([]);
  /** The record whose last step is a key press, while nothing else came in between. */
  const nudged = useRef<string>(undefined);

  const remember = useCallback((step: Step) => {
    done.current = [...done.current.slice(-199), step];
    undone.current = [];
    nudged.current = undefined;
  }, []);

  return useMemo((): GroundActions => {
    const bodyOf = <K extends Laid>(kind: K, id: IdOf<K>) =>
      (journal.drafts.peek(id) as Body<K> | undefined) ?? journal.view.get(kind, id)?.body;

    const change: GroundActions['change'] = (kind, id, patch) => {
      const body = bodyOf(kind, id);
      if (body) journal.drafts.change(kind, id, { ...body, ...patch });
    };

    const fieldsOf = <K extends Laid>(kind: K, id: IdOf<K>, like: Partial<Body<K>>) => {
      const body = bodyOf(kind, id);
      const names = Object.keys(like) as (keyof Body<K>)[];
      return Object.fromEntries(names.map((name) => [name, body?.[name]])) as Partial<Body<K>>;
    };

    const settle: GroundActions['settle'] = (kind, id, before) => {
      remember({ did: 'move', move: { kind, id, before, after: fieldsOf(kind, id, before) } });
      void journal.drafts.settle(id);
    };

    const nudge: GroundActions['nudge'] = (kind, id, patch) => {
      const before = fieldsOf(kind, id, patch);
      change(kind, id, patch);
      const last = done.current.at(-1);
      const name = `${id} ${Object.keys(patch).join(' ')}`;
      if (nudged.current === name && last?.did === 'move') {
        done.current = [...done.current.slice(0, -1), { ...last, move: { ...last.move, after: patch } }];
        return;
      }
      remember({ did: 'move', move: { kind, id, before, after: patch } });
      nudged.current = name;
    };

    const lay: GroundActions['lay'] = async (kind, body) => {
      const id = journal.newId(kind);
      await journal.drafts.settleAll();
      const outcome = await journal.write([{ op: 'put', kind, id, body } as unknown as Change]);
      if (!outcome.ok) return undefined;
      remember({ did: 'lay', kind, id });
      return id;
    };

    const takeAway: GroundActions['remove'] = async (kind, id, message) => {
      const step = await remove(journal, kind, id);
      if (!step) return false;
      remember(step);
      const bringBack = async () => {
        const again = await reverse(journal, step);
        if (again) done.current = done.current.filter((other) => other !== step);
      };
      toast({ message, action: { label: 'Undo', onPress: () => void bringBack() } });
      return true;
    };

    const go = async (from: typeof done, to: typeof done) => {
      const step = from.current.at(-1);
      if (!step) return;
      from.current = from.current.slice(0, -1);
      nudged.current = undefined;
      const opposite = await reverse(journal, step);
      if (opposite) to.current = [...to.current, opposite];
    };

    return {
      change,
      settle,
      nudge,
      lay,
      remove: takeAway,
      undo: () => go(done, undone),
      redo: () => go(undone, done),
    };
  }, [journal, remember]);
}
