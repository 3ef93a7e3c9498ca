import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type CallName, callNames } from '#shared/shell/channels.ts';
import { isOwn } from './identity.ts';
import type { JournalWindow } from './window.ts';

export type Answer = (name: CallName, input: unknown) => Promise<unknown>;

/**
 * The only door from the page to the shell. Who asks is checked before anything else and while the frame is still
 * there to be asked; what is asked is parsed by `answer`, which is loaded while the page is.
 */
export function listen(window: JournalWindow, loadAnswer: () => Promise<Answer>): void {
  for (const name of callNames) {
    ipcMain.handle(name, async (event, input: unknown) => {
      if (!isFromPage(event, window)) throw new Error(`Refused: ${name} was not asked by the page`);
      const answer = await loadAnswer();
      return answer(name, input);
    });
  }
}

function isFromPage(event: IpcMainInvokeEvent, window: JournalWindow): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOwn(frame.url) && window.isMine(event.sender);
}
