import './dialog.css';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { given } from './given.ts';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  /** Buttons at the end; the one that goes on stands last. */
  readonly footer?: ReactNode | ((close: () => void) => ReactNode);
  /** A `Button` that opens it. Without one, `isOpen` and `onOpenChange` say when it is there. */
  readonly trigger?: ReactNode;
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
  readonly size?: 's' | 'm' | 'l';
  /** `alertdialog` interrupts: only for a decision that cannot wait. Then only a button closes it. */
  readonly role?: 'dialog' | 'alertdialog';
}

/** A page in front of the page. Escape and the close button put it away; focus returns to where it was. */
export function Dialog(props: DialogProps) {
  const { trigger, isOpen, onOpenChange, ...inside } = props;
  if (trigger === undefined) return <DialogSheet {...inside} isOpen={isOpen} onOpenChange={onOpenChange} />;
  return (
    <DialogTrigger {...given({ isOpen, onOpenChange })}>
      {trigger}
      <DialogSheet {...inside} />
    </DialogTrigger>
  );
}

function DialogSheet(props: Omit<DialogProps, 'trigger'>) {
  const { title, children, footer, isOpen, onOpenChange, size = 'm', role = 'dialog' } = props;
  return (
    <ModalOverlay
      className="dialog-shade"
      isDismissable={role === 'dialog'}
      {...given({ isOpen, onOpenChange })}
    >
      <Modal className="dialog-sheet" data-size={size}>
        <AriaDialog className="dialog" role={role}>
          {({ close }) => (
            <>
              <header className="dialog-header">
                <Heading slot="title" className="dialog-title">
                  {title}
                </Heading>
                {role === 'dialog' ? <IconButton icon="close" label="Close" onPress={close} /> : null}
              </header>
              <div className="dialog-body">{typeof children === 'function' ? children(close) : children}</div>
              {footer ? (
                <footer className="dialog-footer">
                  {typeof footer === 'function' ? footer(close) : footer}
                </footer>
              ) : null}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
