/** How one way of being cruel went. */
export interface Outcome {
  readonly tried: number;
  /** Acknowledged texts that were gone, or more than the last two seconds of typing. */
  readonly lost: number;
  /** Times at which the app said that it could not, and nothing was lost by it. */
  readonly refused: number;
  /** Times at which it did not come up, or complained of something it should not. */
  readonly crashed: number;
  /** What went wrong, for whoever reads the output. */
  readonly notes: readonly string[];
}

export interface Row extends Omit<Outcome, 'notes'> {
  readonly name: string;
}

/** Adds up tries, one after another. */
export class Count {
  #outcome = { tried: 0, lost: 0, refused: 0, crashed: 0 };
  readonly #notes: string[] = [];
  readonly #progress: (line: string) => void;
  readonly #times: number;

  constructor(times: number, progress: (line: string) => void = () => undefined) {
    this.#times = times;
    this.#progress = progress;
  }

  /** One try: what is thrown in it counts as a crash, and the next one goes on. */
  async try(work: () => Promise<{ readonly lost?: readonly string[]; readonly refused?: string }>) {
    this.#outcome.tried += 1;
    try {
      const { lost = [], refused } = await work();
      this.#outcome.lost += lost.length;
      for (const text of lost) this.#note(`lost: ${text}`);
      if (refused !== undefined) {
        this.#outcome.refused += 1;
        this.#note(`refused: ${refused}`);
      }
    } catch (problem) {
      this.#outcome.crashed += 1;
      this.#note(`crashed: ${problem instanceof Error ? problem.message : problem}`);
    }
    const { tried, lost, refused, crashed } = this.#outcome;
    this.#progress(`${tried} of ${this.#times}: ${lost} lost, ${refused} refused, ${crashed} crashed`);
  }

  /** At once: an act may take an hour, and what went wrong in its first minute is to be looked into meanwhile. */
  #note(what: string): void {
    const note = `try ${this.#outcome.tried} ${what}`;
    this.#notes.push(note);
    this.#progress(note);
  }

  get outcome(): Outcome {
    return { ...this.#outcome, notes: this.#notes };
  }
}

/** A moment for the n-th try, spread over a span without a pattern; the same in every run. */
export function moment(n: number, fromMs: number, toMs: number): number {
  return fromMs + ((n * 997) % Math.max(1, toMs - fromMs));
}

export function table(rows: readonly Row[]): string {
  const cells = [
    ['name', 'tried', 'lost', 'refused', 'crashed'],
    ...rows.map(({ name, tried, lost, refused, crashed }) => [
      name,
      `${tried}`,
      `${lost}`,
      `${refused}`,
      `${crashed}`,
    ]),
  ];
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0))) ?? [];
  return cells
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}
