/** How much larger the memory looks to the engine than it is: so much more often does it look for what to free. */
const emphasis = 16;
const toldAtOnce = 4 * 1024 * 1024;
let untold = 0;

/**
 * Tells the engine of memory that it does not count: a message from another process keeps its bytes, also those that
 * were taken out of it, until the engine next tidies up, and where hundreds of megabytes go by in few messages it sees
 * no reason to. A buffer that is never written to costs no memory, but counts as if it did.
 */
export function countUnseen(bytes: number): void {
  untold += bytes;
  if (untold < toldAtOnce) return;
  try {
    // Not `new`: what a build believes to be without effect it leaves out.
    Reflect.construct(ArrayBuffer, [untold * emphasis]);
  } catch {
    // Where so much is not to be had, the engine has looked for what to free before it said so.
  }
  untold = 0;
}
