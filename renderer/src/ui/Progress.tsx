import './progress.css';
import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { Button } from './Button.tsx';

export interface ProgressProps {
  readonly label: string;
  /** 0 to 1; `undefined` while nobody can say how long it takes. */
  readonly value: number | undefined;
  /** For example "312 of 900 notes". */
  readonly detail?: string | undefined;
  readonly onCancel?: (() => void) | undefined;
  /** False where it is too late: the button stays in its place, and `detail` says why. */
  readonly canCancel?: boolean;
}

/** Something that takes its time, and can be stopped. */
export function Progress({ label, value, detail, onCancel, canCancel = true }: ProgressProps) {
  return (
    <div className="progress">
      <ProgressBar
        className="progress-bar"
        value={value ?? 0}
        maxValue={1}
        isIndeterminate={value === undefined}
      >
        {({ percentage, valueText }) => (
          <>
            <div className="progress-words">
              <Label>{label}</Label>
              <span className="aside">{detail ?? valueText}</span>
            </div>
            <div className="progress-track">
              <div
                className="progress-fill"
                data-waiting={value === undefined || undefined}
                style={{ width: value === undefined ? '30%' : `${percentage ?? 0}%` }}
              />
            </div>
          </>
        )}
      </ProgressBar>
      {onCancel ? (
        <Button size="s" onPress={onCancel} isDisabled={!canCancel}>
          Stop
        </Button>
      ) : null}
    </div>
  );
}
