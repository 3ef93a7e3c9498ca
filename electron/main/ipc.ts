import { ipcMain } from 'electron';
import { type CallName, callNames } from '#shared/shell/channels.ts';
import { isPage } from './policy.ts';
import type { JournalWindow } from './window.ts';

export type Answer = (name: CallName, input: unknown) => Promise<unknown>;

/** Who asked, or what for, is not what our page does: that is a bug or an attack, and told as such. */
export class Refused extends Error {
  constructor(why: string) {
    super(`Refused: ${why}`);
  }
}

/**
 * The only door from the page to the shell. Who asks is checked before anything else and while the frame is still
 * there to be asked; what is asked is parsed by `answer`, which is loaded while the page is.
 */
export function listen(window: JournalWindow, loadAnswer: () => Promise<Answer>): void {
  for (const name of callNames) {
    ipcMain.handle(name, async (event, input: unknown) => {
      // A page's last words, heard after its end: nobody waits for an answer.
      if (event.senderFrame === null || window.wasMine(event.sender)) return undefined;
      if (!isPage(event.senderFrame) || !window.isMine(event.sender))
        throw new Refused(`${name} was not asked by the page`);
      const answer = await loadAnswer();
      return answer(name, input);
    });
  }
}
