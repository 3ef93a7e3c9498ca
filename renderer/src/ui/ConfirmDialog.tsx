import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog, type DialogProps } from './Dialog.tsx';

export interface ConfirmDialogProps extends Pick<DialogProps, 'trigger' | 'isOpen' | 'onOpenChange'> {
  /** The question itself: "Take this note out of the journal?" */
  readonly title: string;
  /** What happens then, and whether it can be undone. */
  readonly children: ReactNode;
  /** The deed as a verb: "Take out". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  /** Something ends or is lost. The focus then starts on the way back. */
  readonly danger?: boolean;
  readonly onConfirm: () => void;
}

/** A decision before something that matters. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { children, confirmLabel, cancelLabel = 'Cancel', danger = false, onConfirm, ...dialog } = props;
  return (
    <Dialog
      {...dialog}
      role="alertdialog"
      size="s"
      footer={(close) => (
        <>
          <Button autoFocus={danger} onPress={close}>
            {cancelLabel}
          </Button>
          <Button
            look={danger ? 'danger' : 'primary'}
            autoFocus={!danger}
            onPress={() => {
              close();
              onConfirm();
            }}
          >
            {confirmLabel}
          </Button>
        </>
      )}
    >
      {children}
    </Dialog>
  );
}
