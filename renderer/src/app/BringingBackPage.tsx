import { Logo } from '../ui/Logo.tsx';
import { Progress } from '../ui/Progress.tsx';
import './door.css';

/** While a lost database is filled again from the log. It takes seconds for a decade, and must not look like nothing. */
export function BringingBackPage({ done }: { readonly done: number }) {
  return (
    <main className="door">
      <Logo size={34} />
      <h1>Bringing your journal back</h1>
      <p>
        The database on this disk had lost something. Everything you saved is in the log as well, and is being
        put back from there.
      </p>
      <Progress label="Bringing your journal back" value={done} />
    </main>
  );
}
