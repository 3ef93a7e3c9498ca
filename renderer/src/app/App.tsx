import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { unreachable } from '#shared/base/assert.ts';
import { answerSettle } from '../journal/lock.ts';
import { shell } from '../journal/shell.ts';
import { ReopenContext, type Reopened } from '../journal/useVault.ts';
import type { Keyring } from '../journal/vault.ts';
import { UiRoot } from '../ui/UiRoot.tsx';
import { BringingBackPage } from './BringingBackPage.tsx';
import { bringingBack } from './bringingBack.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Mishaps } from './Mishaps.tsx';
import { OpenApp } from './OpenApp.tsx';
import { type OpenParts, opening, reopenWith, type StartUp } from './openJournal.ts';
import { SealingPage } from './SealingPage.tsx';
import { StartedAgain } from './StartedAgain.tsx';
import { sealing } from './sealAnew.ts';

const WelcomeDoor = lazy(() =>
  import('./WelcomeDoor.tsx').then((module) => ({ default: module.WelcomeDoor })),
);
const StoppedDoor = lazy(() =>
  import('./StoppedDoor.tsx').then((module) => ({ default: module.StoppedDoor })),
);
const UnlockPage = lazy(() => import('./UnlockPage.tsx').then((module) => ({ default: module.UnlockPage })));

/** The whole window: whichever of its few states the journal is in. */
export function App({ starting }: { readonly starting: Promise<StartUp> }) {
  const [state, setState] = useState<StartUp>();
  const [round, setRound] = useState(0);

  useEffect(() => {
    starting.then(setState, () => undefined);
  }, [starting]);

  // Here and not on the pages: a page that breaks must not take the answer with it.
  const journal = state?.state === 'open' ? state.parts.journal : undefined;
  useEffect(
    () =>
      answerSettle({
        journal,
        isOpening: () => opening.get() || sealing.get() !== undefined,
        finish: async () => sealing.get()?.stop(),
      }),
    [journal],
  );

  const back = useSyncExternalStore(bringingBack.subscribe, bringingBack.get);
  const isSealing = useSyncExternalStore(sealing.subscribe, sealing.get);
  if (isSealing) return <SealingPage {...isSealing} />;
  if (back) return <BringingBackPage state={back} />;
  // The window shows its paper until there is something to show: a tenth of a second, usually.
  if (!state) return null;
  const opened = (parts: OpenParts) => {
    if (!state.start) return;
    setState({ state: 'open', start: state.start, parts });
    // Whoever was asked for a passphrase or a name waits for the menu to wake up.
    void shell.painted();
  };
  const reopen = async (keyring: Keyring): Promise<Reopened> => {
    if (state.state !== 'open') return 'not-kept';
    const next = await reopenWith(state.parts, keyring);
    if (!next) return 'not-kept';
    setState({ start: state.start, ...next });
    // Nothing of the journal that ended may live on in its pages.
    setRound(round + 1);
    return next.state === 'open' && !next.parts.unsealed ? 'sealed' : 'unsealed';
  };
  return (
    <ErrorBoundary journal={journal}>
      <UiRoot {...(state.start ? { locale: state.start.locale } : {})}>
        <Suspense fallback={null}>
          <ReopenContext value={reopen}>
            <Door key={round} state={state} onOpened={opened} />
          </ReopenContext>
        </Suspense>
        <Mishaps />
        <StartedAgain />
      </UiRoot>
    </ErrorBoundary>
  );
}

function Door({
  state,
  onOpened,
}: {
  readonly state: StartUp;
  readonly onOpened: (parts: OpenParts) => void;
}) {
  switch (state.state) {
    case 'welcome':
      return <WelcomeDoor start={state.start} around={state.around} onOpened={onOpened} />;
    case 'locked':
      return <UnlockPage around={state.around} slots={state.slots} onOpened={onOpened} />;
    case 'open':
      return <OpenApp parts={state.parts} start={state.start} />;
    case 'stopped':
      return <StoppedDoor stopped={state} onOpened={onOpened} />;
    default:
      return unreachable(state);
  }
}
