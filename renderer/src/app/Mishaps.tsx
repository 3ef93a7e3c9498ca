import { useEffect } from 'react';
import { toast } from '../ui/Toast.tsx';

/** Mishaps often come in swarms; one message speaks for all of this long. */
const quietMs = 30_000;

/** Says so when something failed that no page has answered for. The console has the details. */
export function Mishaps() {
  useEffect(() => {
    let saidAt = Number.NEGATIVE_INFINITY;
    const say = (event: PromiseRejectionEvent | ErrorEvent) => {
      // The browser reports some harmless things (a late resize notice) as an error event without an error.
      if (event instanceof ErrorEvent && !event.error) return;
      if (performance.now() - saidAt < quietMs) return;
      saidAt = performance.now();
      toast({
        message:
          'Something did not work just now. Nothing that was saved is lost. If it happens again, close Stringwalk and open it again.',
      });
    };
    window.addEventListener('unhandledrejection', say);
    window.addEventListener('error', say);
    return () => {
      window.removeEventListener('unhandledrejection', say);
      window.removeEventListener('error', say);
    };
  }, []);
  return null;
}
