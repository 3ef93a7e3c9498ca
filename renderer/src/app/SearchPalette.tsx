import type { Command } from '#shared/shell/commands.ts';
import { Dialog } from '../ui/Dialog.tsx';

export function SearchPalette(props: {
  readonly run: (command: Command) => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="Search" isOpen onOpenChange={props.onClose}>
      <p />
    </Dialog>
  );
}
