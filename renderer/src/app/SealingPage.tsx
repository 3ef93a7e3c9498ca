import { Logo } from '../ui/Logo.tsx';
import { Progress } from '../ui/Progress.tsx';
import './door.css';
import type { SealingAnew } from './sealAnew.ts';

/** While every page is sealed anew under another key. */
export function SealingPage({ done, stop }: SealingAnew) {
  return (
    <main className="door">
      <Logo size={34} />
      <h1>Sealing your journal anew</h1>
      <p>
        Every page and photo is being sealed under a new key. Nothing is lost if you stop, or if this computer
        does: it goes on the next time your journal is opened.
      </p>
      <Progress label="Sealing your journal anew" value={done} onCancel={() => void stop()} />
    </main>
  );
}
