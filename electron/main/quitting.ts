import type { App } from 'electron';

/** Nobody is kept from leaving by a disk that hangs. */
const longestWaitMs = 3000;

/** Something chosen a moment before the end is written to its end. Words were kept before any window closed. */
export function finishBeforeQuitting(
  app: Pick<App, 'on' | 'quit'>,
  underWay: () => Promise<unknown> | undefined,
): void {
  let hasWaited = false;
  app.on('will-quit', (event) => {
    const rest = underWay();
    if (hasWaited || rest === undefined) return;
    hasWaited = true;
    event.preventDefault();
    const quit = () => app.quit();
    const patience = new Promise((resolve) => setTimeout(resolve, longestWaitMs));
    void Promise.race([rest, patience]).then(quit, quit);
  });
}
