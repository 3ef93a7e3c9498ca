/** Whom a mishap is told, and how the program goes on. */
export interface Surroundings {
  /** Whether somebody has a journal before them. */
  readonly hasWindow: () => boolean;
  /** Resolves once the person has read it. */
  readonly tell: (message: string, detail: string) => Promise<unknown>;
  readonly note: (line: string) => void;
  readonly end: () => void;
}

/**
 * What nothing in the shell has answered for. While there is a window the shell goes on: words that were typed a moment
 * ago still have to come through it, and only the person knows when they are done. Without one nobody could end it, and
 * its lock would keep every later start out.
 */
export function watchForMishaps(
  program: Pick<NodeJS.Process, 'on'>,
  { hasWindow, tell, note, end }: Surroundings,
): void {
  let isTold = false;
  const hear = (kind: string) => (problem: unknown) => {
    note(`Stringwalk: ${kind}: ${withoutQuotes(problem)}`);
    if (isTold) return;
    isTold = true;
    const endUnlessOpen = () => (hasWindow() ? undefined : end());
    void tell(
      'Something in Stringwalk went wrong',
      'What said “Saved” is on the disk, and nothing of it is lost. Once what you typed last says so too, close Stringwalk and open it again.',
    ).then(endUnlessOpen, endUnlessOpen);
  };
  program.on('uncaughtException', hear('Uncaught Exception'));
  program.on('unhandledRejection', hear('UnhandledPromiseRejection'));
}

/** What went wrong, as far as it may be read by others: an error quotes paths, and sometimes what it choked on. */
export function withoutQuotes(problem: unknown): string {
  if (!(problem instanceof Error)) return typeof problem;
  return `${problem.name}: ${problem.message.replace(/['"`].*['"`]/su, '…')}`;
}
