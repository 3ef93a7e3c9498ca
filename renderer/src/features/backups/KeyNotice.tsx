import { Notice } from '../../ui/Notice.tsx';
import { useSlots } from './useSlots.ts';

/** Says so where a backup would open on this computer only: then it is no help once the computer is gone. */
export function KeyNotice() {
  const slots = useSlots();
  if (!slots || slots.passphrase || slots.recovery) return null;
  return (
    <Notice look="warn" title="These backups open on this computer only.">
      Their key lies beside your journal and nowhere else. Choose a passphrase or make a recovery sheet in
      Settings, and they open on any computer.
    </Notice>
  );
}
