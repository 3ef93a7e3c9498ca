import type { Day } from '../base/time.ts';
import type { IdOf } from '../domain/record.ts';
import { type Cell, csvText } from './csv.ts';
import type { GrowthPoint } from './growthSeries.ts';

/** A point as a line of the table beside the chart: the same figures. */
export interface GrowthRow {
  readonly id: GrowthPoint['id'];
  readonly day: Day;
  readonly session: IdOf<'session'> | undefined;
  /** 1 or 2; undefined for a reading taken on its own. */
  readonly half: number | undefined;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly wordsBefore: string;
  readonly wordsAfter: string;
}

export function growthRows(points: readonly GrowthPoint[]): readonly GrowthRow[] {
  return points.map((point) => ({
    id: point.id,
    day: point.day,
    session: point.kind === 'half' ? point.session : undefined,
    half: point.kind === 'half' ? point.half : undefined,
    before: point.before?.value,
    after: point.after?.value,
    wordsBefore: point.before?.words ?? '',
    wordsAfter: point.after?.words ?? '',
  }));
}

export interface GrowthCsvWords {
  readonly person: string;
  readonly measure: string;
  /** How a session is called in the app. */
  readonly titleOf: (session: IdOf<'session'>) => string;
}

/** Exactly what is drawn, a line a point. */
export function growthCsv(rows: readonly GrowthRow[], { person, measure, titleOf }: GrowthCsvWords): string {
  const head = [
    'Day',
    'Person',
    'Measure',
    'Session',
    'Half',
    'Before',
    'After',
    'Words before',
    'Words after',
  ];
  const lines = rows.map((row): readonly Cell[] => [
    row.day,
    person,
    measure,
    row.session === undefined ? '' : titleOf(row.session),
    row.half,
    row.before,
    row.after,
    row.wordsBefore,
    row.wordsAfter,
  ]);
  return csvText([head, ...lines]);
}
