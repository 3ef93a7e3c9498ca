import { useLocale } from 'react-aria-components/I18nProvider';
import { useLocation } from 'wouter';
import { dayNumber } from '#shared/base/time.ts';
import type { Column } from './sceneGeometry.ts';
import { pathOf } from './yearsPlace.ts';

/**
 * Narrower than `small`, columns say their names in small; narrower than `none`, only some of them do,
 * and a first year that begins late may not. All are links.
 */
const nameWidth = { year: { small: 76, none: 50 }, month: { small: 60, none: 40 } };

interface SceneColumnsProps {
  readonly columns: readonly Column[];
  /** Those with something in them; the others lead nowhere. */
  readonly filled: readonly Column[];
  readonly height: number;
}

/** Years, or the months of one, side by side. Each is as wide as it lasted, and opens. */
export function SceneColumns({ columns, filled, height }: SceneColumnsProps) {
  const { locale } = useLocale();
  const [, go] = useLocation();
  const first = columns[0];
  if (!first) return null;
  const by = first.month === undefined ? 'year' : 'month';
  const last = columns.at(-1) ?? first;
  const width = last.right - last.left;
  const every = Math.ceil(nameWidth[by].none / width);
  const size = width < nameWidth[by].small ? 'small' : undefined;
  return columns.map((column, index) => {
    const { year, month, left, right } = column;
    const path = pathOf(month === undefined ? { kind: 'year', year } : { kind: 'month', year, month });
    const drawn = (
      <>
        <rect className="years-touch" x={left} y={0} width={right - left} height={height} rx={6} />
        {index > 0 ? <line className="years-rule" x1={left} x2={left} y1={6} y2={height} /> : null}
        {index % every === 0 && right - left >= Math.min(width, nameWidth[by].none + 10) - 1 ? (
          <text
            className="years-column-name"
            x={left + (index > 0 ? (size ? 6 : 9) : 0)}
            y={28}
            data-size={size}
          >
            {columnName(column, locale, 'short')}
          </text>
        ) : null}
      </>
    );
    if (!filled.includes(column))
      return (
        <g key={path} className="years-column">
          {drawn}
        </g>
      );
    return (
      <a
        key={path}
        className="years-column"
        href={`#${path}`}
        aria-label={columnName(column, locale, 'full')}
        onClick={(event) => {
          event.preventDefault();
          go(path);
        }}
      >
        {drawn}
      </a>
    );
  });
}

/** The full name begins with the short one: people who speak to their computer say what they see. */
function columnName({ year, month, span }: Column, locale: string, length: 'short' | 'full'): string {
  if (month === undefined) return String(year);
  const options: Intl.DateTimeFormatOptions =
    length === 'short' ? { month: 'short' } : { month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
    dayNumber(span.from) * 86_400_000,
  );
}
