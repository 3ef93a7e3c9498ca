import './readingsChart.css';
import { lazy, Suspense } from 'react';
import type { ReadingsChartProps } from './ReadingsChart.tsx';

/** Recharts is fetched with the first chart somebody looks at. */
const Chart = lazy(async () => ({ default: (await import('./ReadingsChart.tsx')).ReadingsChart }));

/** Readings over time. See `ReadingsChart`; until it is there, its room stands empty. */
export function LazyReadingsChart(props: ReadingsChartProps) {
  return (
    <Suspense fallback={<div className="readings-chart" />}>
      <Chart {...props} />
    </Suspense>
  );
}
