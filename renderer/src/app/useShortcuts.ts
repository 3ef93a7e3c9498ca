import { useEffect } from 'react';
import type { Command } from '#shared/shell/commands.ts';

const shortcuts: Readonly<Record<string, Command>> = {
  k: { name: 'search' },
  n: { name: 'new-session' },
  l: { name: 'lock' },
};

/** Ctrl (on a Mac, Cmd) with a letter, wherever the focus is. The menu names the same keys, and hears them only if the page does not. */
export function useShortcuts(run: (command: Command) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isPlain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const command = isPlain ? shortcuts[event.key.toLowerCase()] : undefined;
      if (!command || event.isComposing) return;
      event.preventDefault();
      if (!event.repeat) run(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [run]);
}
