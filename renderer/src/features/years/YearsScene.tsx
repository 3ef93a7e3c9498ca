import './scene.css';
import { useMemo } from 'react';
import type { DaySpan } from '#shared/review/period.ts';
import { countsWithin } from '#shared/review/yearReview.ts';
import { useTextWidth } from '../../ui/charts/useTextWidth.ts';
import { useWidth } from '../../ui/charts/useWidth.ts';
import { SceneColumns } from './SceneColumns.tsx';
import { ClarityLane, ExploredLanes, PausesDrawn } from './SceneLanes.tsx';
import { LinesLaid, QuestionsCarried } from './SceneThings.tsx';
import { sceneLayout } from './sceneLayout.ts';
import type { Years } from './useYears.ts';
import type { YearsPlace } from './yearsPlace.ts';

export interface YearsSceneProps {
  readonly years: Years;
  readonly place: Exclude<YearsPlace, { readonly kind: 'month' }>;
  readonly span: DaySpan;
}

/** As `scene.css` writes the words of a question. */
const wordsFont = 'italic 400 14px "Fraunces Variable"';

/**
 * All years, or one, on a single sheet. Years and months are links, in order; everything else here is for the eye and
 * the mouse, and stands again as text in the list below.
 */
export function YearsScene({ years, place, span }: YearsSceneProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const measure = useTextWidth(wordsFont);
  const layout = useMemo(
    () => (width > 0 ? sceneLayout(years, place, span, width, measure) : undefined),
    [years, place, span, width, measure],
  );
  const filled = useMemo(
    () =>
      (layout?.columns ?? []).filter((column) => {
        const { sessions, questions, lines } = countsWithin(years.review, column.span);
        return sessions + lines + questions > 0 && column.span.from <= years.today;
      }),
    [layout, years],
  );
  return (
    <div className="years-scene" ref={frame}>
      {layout ? (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: SVG has no element for a group of links */}
          <svg
            width={width}
            height={layout.height}
            role="group"
            aria-label={place.kind === 'all' ? 'All years' : `The months of ${place.year}`}
          >
            <PausesDrawn pauses={layout.pauses} height={layout.height} />
            <SceneColumns columns={layout.columns} filled={filled} height={layout.height} />
          </svg>
          <svg className="years-drawn" width={width} height={layout.height} aria-hidden="true">
            <ExploredLanes lanes={layout.lanes} width={width} isClose={place.kind === 'year'} />
            <QuestionsCarried questions={layout.questions} people={years.people} />
            <ClarityLane clarity={layout.clarity} width={width} />
          </svg>
          <LinesLaid lines={layout.lines} people={years.people} />
        </>
      ) : null}
    </div>
  );
}
