import type { Start } from '#shared/shell/contract.ts';
import { Dialog } from '../ui/Dialog.tsx';

/** What this program is, and which versions it is made of. */
export function AboutDialog({
  versions,
  onClose,
}: {
  readonly versions: Start['versions'];
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="About Stringwalk" isOpen onOpenChange={onClose} size="s">
      <p>
        A private journal for two people who support each other’s growth for years. It never uses the network.
        With a passphrase nobody but you can read what you keep here, unless you hand it to them.
      </p>
      <p className="aside">
        Stringwalk {versions.app}, on Electron {versions.electron} and Chromium {versions.chromium}. Free
        software under the MIT licence.
      </p>
    </Dialog>
  );
}
