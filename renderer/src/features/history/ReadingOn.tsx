import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { Reading } from './useRevisionsOf.ts';

/** The first look back reads the whole journal once. It can be stopped, and goes on from there. */
export function ReadingOn({ reading }: { readonly reading: Reading }) {
  switch (reading.state) {
    case 'read':
      return null;
    case 'stopped':
      return (
        <div className="history-reading">
          <p>The reading was stopped. It goes on where it was.</p>
          <Button onPress={reading.goOn}>Go on reading</Button>
        </div>
      );
    default:
      // Most readings are over before anybody could read this.
      return reading.total > 0 ? (
        <div className="history-reading">
          <Progress
            label="Reading every version ever kept"
            value={reading.read / Math.max(1, reading.total)}
            detail={`${reading.read} of ${reading.total}`}
            onCancel={reading.stop}
          />
        </div>
      ) : null;
  }
}
