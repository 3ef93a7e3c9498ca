import './shortcuts.css';
import { Dialog } from '../ui/Dialog.tsx';
import { modifier } from '../ui/modifier.ts';

const shortcuts: readonly (readonly [string, string])[] = [
  [`${modifier} K`, 'Search every word, or go anywhere'],
  [`${modifier} N`, 'New session'],
  [`${modifier} L`, 'Lock the journal'],
  [`${modifier} 1 … 9, 0`, 'Go to Today, Sessions, … Settings'],
  ['Alt ←  Alt →', 'Back and forward'],
  [`${modifier} B  ${modifier} I`, 'Bold and italic while writing'],
  [`${modifier} Z`, 'Undo what you typed'],
  [`${modifier} +  ${modifier} −  ${modifier} Shift 0`, 'Larger, smaller, as it was'],
  ['Arrow keys', 'Move a mat, a bend or an object on the ground; Shift moves further'],
];

/** Every shortcut there is, on one card. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" isOpen onOpenChange={onClose}>
      <dl className="shortcuts">
        {shortcuts.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
