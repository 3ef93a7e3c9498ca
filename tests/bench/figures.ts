/** One measured figure. `ratio` is `value` over `baseline`, both of the same run. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
  /** The most the issue that asked for it allows, as a ratio or in the unit. */
  readonly aim: string;
}

export function row(name: string, value: number, unit: string, baseline: number, aim: string): Row {
  const rounded = (figure: number) => Math.round(figure * 100) / 100;
  return {
    name,
    value: rounded(value),
    unit,
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
    aim,
  };
}

/** The value below which the given part of all lies; 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
  if (found === undefined) throw new RangeError('nothing was measured');
  return found;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function table(rows: readonly Row[]): string {
  const cells = [
    ['name', 'value', 'unit', 'baseline', 'ratio', 'aim'],
    ...rows.map(({ name, value, unit, baseline, ratio, aim }) => [
      name,
      `${value}`,
      unit,
      `${baseline}`,
      `${ratio}`,
      aim,
    ]),
  ];
  const widths =
    cells[0]?.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0))) ?? [];
  return cells
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}
