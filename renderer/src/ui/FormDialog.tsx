import { type ReactNode, useId } from 'react';
import { Button } from './Button.tsx';
import { Dialog, type DialogProps } from './Dialog.tsx';

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

/** Some fields in front of the page, to be kept or not. */
export function FormDialog(props: FormDialogProps) {
  const { className, children, submit, onSubmit, onClose, isPending = false, beside, ...dialog } = props;
  const formId = useId();
  return (
    <Dialog
      {...dialog}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      footer={
        <>
          {beside}
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={formId} isPending={isPending}>
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={className}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(event.currentTarget);
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
