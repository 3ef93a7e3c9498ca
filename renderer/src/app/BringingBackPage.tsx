import { Button } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Progress } from '../ui/Progress.tsx';
import type { BringingBack } from './bringingBack.ts';
import './door.css';

const title = 'Bringing your journal back';

/** While a lost database is filled again from the log. It takes seconds for a decade, and must not look like nothing. */
export function BringingBackPage({ state }: { readonly state: BringingBack }) {
  return (
    <main className="door">
      <Logo size={34} />
      <h1>{title}</h1>
      {state.at === 'going-on' ? (
        <>
          <p>
            The database on this disk had lost something. Everything you saved is in the log as well, and is
            being put back from there.
          </p>
          <Progress label={title} value={state.done} onCancel={state.stop} />
        </>
      ) : (
        <>
          <p role="status">
            Stopped. What is back by now stays, and the log has the rest: nothing is lost. You can go on now,
            or close Stringwalk; then it goes on the next time you open it.
          </p>
          <div className="door-actions">
            <Button look="primary" onPress={state.goOn} autoFocus>
              Go on
            </Button>
          </div>
        </>
      )}
    </main>
  );
}
