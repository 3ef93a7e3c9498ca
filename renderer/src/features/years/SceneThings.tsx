import { useLocation } from 'wouter';
import type { LaidLine } from '#shared/review/yearReview.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useView } from '../../journal/useJournal.ts';
import { TimelineThumb } from '../../ui/canvas/TimelineThumb.tsx';
import { useDayWords } from '../../ui/days.ts';
import type { QuestionBar } from './questionBars.ts';
import { type SceneLayout, sideOf, thumb } from './sceneLayout.ts';

interface QuestionsCarriedProps {
  readonly questions: SceneLayout['questions'];
  readonly people: readonly PersonShown[];
}

/** Questions as long as they were carried, with their words where there is room. */
export function QuestionsCarried({ questions, people }: QuestionsCarriedProps) {
  if (questions.bars.length === 0) return null;
  return (
    <g>
      <text x={0} y={questions.labelY}>
        Questions carried
      </text>
      <g transform={`translate(0 ${questions.top})`}>
        {questions.bars.map((bar) => (
          <Bar key={bar.question.id} bar={bar} side={sideOf(people, bar.question.person)} />
        ))}
      </g>
    </g>
  );
}

function Bar({ bar, side }: { readonly bar: QuestionBar; readonly side: PersonShown['side'] }) {
  const { question, left, right, endsHere, y, words, wordsAt, reworded } = bar;
  const [, go] = useLocation();
  const days = useDayWords();
  const from = days.words(question.from, 'long');
  const when = question.open ? `since ${from}` : `${from} to ${days.words(question.to, 'long')}`;
  return (
    <a
      data-person={side}
      data-state={question.state}
      href={`#/questions/${question.id}`}
      tabIndex={-1}
      onClick={(event) => {
        event.preventDefault();
        go(`/questions/${question.id}`);
      }}
    >
      <title>{`${question.wording} (${when})`}</title>
      <rect
        className="years-touch"
        x={left}
        y={y - (words === '' ? 5 : 22)}
        width={right - left}
        height={words === '' ? 10 : 28}
      />
      <line className="years-question-bar" x1={left} x2={right} y1={y} y2={y} />
      {reworded.map((x) => (
        <line key={x} className="years-reworded" x1={x} x2={x} y1={y - 4} y2={y + 4} />
      ))}
      {endsHere ? (
        <circle className="years-question-end" cx={right} cy={y} r={words === '' ? 3 : 4.5} />
      ) : null}
      {words === '' ? null : (
        <text className="years-question-words" x={wordsAt} y={y - 9}>
          {words}
        </text>
      )}
    </a>
  );
}

interface LinesLaidProps {
  readonly lines: SceneLayout['lines'];
  readonly people: readonly PersonShown[];
}

/** Small pictures of lines, from their day on; where they would cover each other, a mark instead. */
export function LinesLaid({ lines, people }: LinesLaidProps) {
  if (lines.placed.length === 0) return null;
  return (
    <div className="years-lines" aria-hidden="true">
      <p className="years-lines-label" style={{ top: lines.labelY - 13 }}>
        Lines laid
      </p>
      {lines.placed.map(({ line, x, left }) => (
        <Line
          key={line.id}
          line={line}
          side={sideOf(people, line.person)}
          at={left === undefined ? { mark: x, top: lines.top + thumb.height + 5 } : { left, top: lines.top }}
        />
      ))}
    </div>
  );
}

interface LineProps {
  readonly line: LaidLine;
  readonly side: PersonShown['side'];
  readonly at:
    | { readonly left: number; readonly top: number }
    | { readonly mark: number; readonly top: number };
}

function Line({ line, side, at }: LineProps) {
  const [, go] = useLocation();
  const days = useDayWords();
  const mats = useView((view) => view.naming('mat', line.id));
  const isPicture = 'left' in at;
  return (
    <a
      className={isPicture ? 'years-thumb' : 'years-line-mark'}
      data-person={side}
      href={`#/timelines/${line.id}`}
      tabIndex={-1}
      title={`${line.title || 'A line'}, ${days.words(line.day, 'long')}`}
      style={{
        left: isPicture ? at.left : at.mark - 6,
        top: at.top,
        ...(isPicture ? { width: thumb.width, height: thumb.height } : {}),
      }}
      onClick={(event) => {
        event.preventDefault();
        go(`/timelines/${line.id}`);
      }}
    >
      {isPicture ? (
        <TimelineThumb path={line.path} mats={mats.map(({ body }) => body)} person={side} />
      ) : null}
    </a>
  );
}
