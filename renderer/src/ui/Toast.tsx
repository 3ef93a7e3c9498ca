import './toast.css';
import {
  UNSTABLE_Toast as AriaToast,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';

export interface ToastMessage {
  /** One sentence: what happened. */
  readonly message: string;
  /** Usually the way back: `{ label: 'Undo', onPress }`. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

/** Long enough to read; longer where there is something to decide. Hovering or focusing stops the clock. */
const shownForMs = { message: 6_000, action: 15_000 };

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** Says what happened, in passing. Never the only place where something important can be learned or undone. */
export function toast(content: ToastMessage): { readonly close: () => void } {
  const key = queue.add(content, { timeout: content.action ? shownForMs.action : shownForMs.message });
  return { close: () => queue.close(key) };
}

/** Where messages appear; `UiRoot` has the one that is needed. */
export function Toasts() {
  return (
    <ToastRegion queue={queue} className="toasts" aria-label="Messages">
      {({ toast: shown }) => (
        <AriaToast toast={shown} className="toast">
          <ToastContent className="toast-content">
            <Text slot="title">{shown.content.message}</Text>
          </ToastContent>
          {shown.content.action ? (
            <Button
              size="s"
              onPress={() => {
                shown.content.action?.onPress();
                queue.close(shown.key);
              }}
            >
              {shown.content.action.label}
            </Button>
          ) : null}
          <IconButton slot="close" icon="close" label="Close" size="s" />
        </AriaToast>
      )}
    </ToastRegion>
  );
}
