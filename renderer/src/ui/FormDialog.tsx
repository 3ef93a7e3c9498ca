import { type ReactNode, useId } from 'react';
import { Button } from './Button.tsx';
import { Dialog, type DialogProps } from './Dialog.tsx';
import { useUnsent } from './unsent.ts';

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'size'> {
  /** How the form is laid out. */
  readonly className: string;
  readonly children: ReactNode;
  /** What the last button says. Enter in a field of one line does the same. */
  readonly submit: string;
  /** Gets the form, for a wrong field in it that is to have the focus. */
  readonly onSubmit: (form: HTMLFormElement) => unknown;
  readonly onClose: () => void;
  readonly isPending?: boolean;
  /** Buttons before the two that every form has. */
  readonly beside?: ReactNode;
}

/** Some fields in front of the page, to be kept or not. Words in them outlive a lock and a crash. */
export function FormDialog(props: FormDialogProps) {
  const { className, children, submit, onSubmit, onClose, isPending = false, beside, ...dialog } = props;
  const formId = useId();
  const { sent, putAway, ...watching } = useUnsent(dialog.title);
  const close = () => {
    putAway();
    onClose();
  };
  return (
    <Dialog
      {...dialog}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      footer={
        <>
          {beside}
          <Button onPress={close}>Cancel</Button>
          <Button look="primary" type="submit" form={formId} isPending={isPending}>
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={className}
        {...watching}
        onSubmit={(event) => {
          event.preventDefault();
          sent();
          onSubmit(event.currentTarget);
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
