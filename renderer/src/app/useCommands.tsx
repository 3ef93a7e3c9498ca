import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { unreachable } from '#shared/base/assert.ts';
import type { Command } from '#shared/shell/commands.ts';
import type { Start } from '#shared/shell/contract.ts';
import { onMessage } from '../journal/shell.ts';
import { useJournal } from '../journal/useJournal.ts';
import { lockOrSay } from '../parts/lockOrSay.ts';
import { placePaths } from './routes.tsx';
// Comes with the window: whoever presses Ctrl K types on at once, and no letter may be lost.
import { SearchPalette } from './SearchPalette.tsx';
import { useShortcuts } from './useShortcuts.ts';

const ShortcutsDialog = lazy(async () => ({
  default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
}));
const AboutDialog = lazy(async () => ({ default: (await import('./AboutDialog.tsx')).AboutDialog }));

type Shown = 'search' | 'shortcuts' | 'about' | undefined;

/** Carries out commands, whether they come from the menu, a shortcut, a button or the search palette. */
export function useCommands(start: Start): {
  readonly run: (command: Command) => void;
  readonly dialogs: ReactNode;
} {
  const journal = useJournal();
  const [, go] = useLocation();
  const [shown, setShown] = useState<Shown>();

  const run = useCallback(
    (command: Command): void => {
      switch (command.name) {
        case 'go':
          go(`${placePaths[command.place]}?`);
          break;
        case 'new-session':
          go('/sessions?new');
          break;
        case 'new-question':
          go('/questions?new');
          break;
        case 'new-timeline':
          go('/timelines?new');
          break;
        case 'new-goal':
          go('/goals?new');
          break;
        case 'import-share':
          go('/share?import');
          break;
        case 'trash':
          go('/trash');
          break;
        case 'search':
        case 'shortcuts':
        case 'about':
          setShown(command.name);
          break;
        case 'lock':
          void lockOrSay(journal, go);
          break;
        default:
          unreachable(command);
      }
    },
    [go, journal],
  );

  const hear = useCallback(
    (command: Command) => {
      if (command.name === 'lock' || !isAsked()) run(command);
    },
    [run],
  );
  useShortcuts(hear);
  useEffect(() => onMessage('command', hear), [hear]);
  useEffect(() => {
    const offered = () => go('/share?offered');
    if (start.shareOffered) offered();
    return onMessage('shareOffered', offered);
  }, [go, start]);

  const close = () => setShown(undefined);
  const dialogs = (
    <Suspense fallback={null}>
      {shown === 'search' ? <SearchPalette run={run} onClose={close} /> : null}
      {shown === 'shortcuts' ? <ShortcutsDialog onClose={close} /> : null}
      {shown === 'about' ? <AboutDialog versions={start.versions} onClose={close} /> : null}
    </Suspense>
  );
  return { run, dialogs };
}

/**
 * Whether a dialog stands in front: it wants its answer before anything else is opened. Only locking cannot wait.
 * Messages in passing are alert dialogs too, but say themselves that nothing has to wait for them.
 */
function isAsked(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])') !== null;
}
