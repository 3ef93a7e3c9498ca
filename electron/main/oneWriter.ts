import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';

/** How long somebody on the way out, or asking just now, is waited for. */
const patienceMs = 5_000;
const pollMs = 20;

/**
 * One process at a time looks at Chromium's lock and takes it, and whoever took it holds the folder to its end.
 *
 * On Linux that lock is a symbolic link. A start that finds one left by a crash removes it, and may remove the one that
 * another start has just made: then both come first, and two write into one journal. (Elsewhere the system guards
 * better: on Windows the lock is a file held open, and macOS starts an app once.) What is taken here is a name that
 * only the kernel knows, and that ends with its process however that ends.
 * @param take synchronous; whether Chromium's lock is now ours
 * @returns whether this process alone may write there
 */
export function takeAlone(folder: string, take: () => boolean): boolean {
  if (process.platform !== 'linux' || !canHoldNames()) return take();
  const { dev, ino } = statSync(folder);
  const turn = insist(`stringwalk-turn-${dev}-${ino}`);
  try {
    return take() && insist(`stringwalk-writer-${dev}-${ino}`) !== undefined;
  } finally {
    // One who hung in its turn is not waited for longer: the second name is the one that counts.
    turn?.close();
  }
}

/** Some fences around programs forbid such names. Then Chromium's lock has to do, and nobody is to be waited for. */
function canHoldNames(): boolean {
  const own = hold(`stringwalk-${randomUUID()}`);
  own?.close();
  return own !== undefined;
}

function insist(name: string): Server | undefined {
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; ; waited += pollMs) {
    const server = hold(name);
    if (server || waited >= patienceMs) return server;
    // Before the app is ready: there is nothing else to be done meanwhile.
    Atomics.wait(never, 0, 0, pollMs);
  }
}

/** @returns undefined where another process holds it, or where no process may hold any */
function hold(name: string): Server | undefined {
  const server = createServer((caller) => caller.destroy());
  // Why not is told later, when the answer has been given; `listening` knows at once.
  server.on('error', () => undefined);
  server.listen({ path: `\0${name}` });
  if (!server.listening) return undefined;
  return server.unref();
}
