import { useEffect, useState } from 'react';
import { shell } from '../../journal/shell.ts';

/**
 * Whether this computer has a key store to rely on: one that is in use when the page opens is there. Undefined while it
 * is being asked, which may take it a while.
 */
export function useHasKeyring(isInUse: boolean): boolean | undefined {
  const [found, setFound] = useState<boolean | undefined>(isInUse || undefined);

  useEffect(() => {
    if (found !== undefined) return;
    let isOver = false;
    const tell = (has: boolean) => {
      if (!isOver) setFound(has);
    };
    shell.hasKeyring().then(tell, () => tell(false));
    return () => {
      isOver = true;
    };
  }, [found]);

  return found;
}
