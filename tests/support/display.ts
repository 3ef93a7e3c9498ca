import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** As `scripts/playwright.mjs` asks for its own, and says why. */
const likeTheShared = ['-screen', '0', '1600x1200x24', '-noreset', '-s', '0'];

/**
 * From now on everything that this process starts shows its windows on a hidden display where nobody else's are. A
 * window that opens on a shared one takes the pointer and the focus from whatever is being dragged or typed there.
 * @returns what ends the display
 */
export async function takeOwnDisplay(): Promise<() => Promise<void>> {
  if (process.platform !== 'linux') return async () => undefined;
  // It chooses a number that nobody has, and says which on the fourth channel once it can be used.
  const server = spawn('Xvfb', ['-displayfd', '3', ...likeTheShared], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'exit');
  const number = (await text(server.stdio[3] as Readable)).trim();
  if (!/^\d+$/.test(number)) throw new Error('Xvfb brought no display');
  process.env.DISPLAY = `:${number}`;
  return async () => {
    server.kill();
    await ended;
  };
}
