import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Router, useLocation } from 'wouter';
import type { Start } from '#shared/shell/contract.ts';
import { Backups } from '../journal/backup/backups.ts';
import { BackupsContext } from '../journal/backup/useBackups.ts';
import { warmUp } from '../journal/findables.ts';
import { readOn } from '../journal/openVault.ts';
import { shell } from '../journal/shell.ts';
import { JournalContext, useJournal } from '../journal/useJournal.ts';
import { VaultContext } from '../journal/useVault.ts';
import { PhotoContext } from '../ui/editor/photos.ts';
import { UnsentContext } from '../ui/unsent.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Frame } from './Frame.tsx';
import { useAppLocation } from './location.ts';
import type { OpenParts } from './openJournal.ts';
import { createPhotoStore } from './photoStore.ts';
import { Places } from './routes.tsx';
import { unsentNote } from './unsentNote.ts';

/** The open journal: its frame and its pages. */
export function OpenApp({ parts, start }: { readonly parts: OpenParts; readonly start: Start }) {
  const { journal } = parts;
  const [healed, setHealed] = useState(parts.healed);
  const [photos] = useState(() => createPhotoStore(parts.vault, parts.random));
  const backups = useMemo(() => new Backups(journal, parts), [journal, parts]);

  const beginUnsent = useCallback(() => unsentNote(journal), [journal]);

  useEffect(() => backups.begin(), [backups]);

  useEffect(() => {
    let stop = false;
    // Two frames: the first page has been painted when the second begins.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (stop) return;
        performance.mark('first-page');
        void shell.painted();
        void readOn(journal, parts)
          .then(() => warmUp(journal.view, parts.breathe))
          .then(() => journal.check())
          .then((found) => setHealed((before) => before ?? found))
          .then(() => finishOldErasing(parts));
      }),
    );
    return () => {
      stop = true;
    };
  }, [journal, parts]);

  return (
    <JournalContext value={journal}>
      <VaultContext value={parts}>
        <BackupsContext value={backups}>
          <PhotoContext value={photos}>
            <UnsentContext value={beginUnsent}>
              <Router hook={useAppLocation}>
                <Frame start={start} healed={healed}>
                  <Page />
                </Frame>
              </Router>
            </UnsentContext>
          </PhotoContext>
        </BackupsContext>
      </VaultContext>
    </JournalContext>
  );
}

/** What a crash cut short between an erasing and its end: seldom there, so its code is not loaded before. */
async function finishOldErasing(parts: OpenParts): Promise<void> {
  if (parts.journal.view.heldErased.length === 0) return;
  const [{ finishErasing }, { realEraser }] = await Promise.all([
    import('../journal/erasing.ts'),
    import('../journal/eraser.ts'),
  ]);
  await finishErasing(parts.journal, realEraser(parts.journal, parts));
}

/** One place of the journal. If it breaks, all others are still there. */
function Page() {
  const [location] = useLocation();
  return (
    <ErrorBoundary journal={useJournal()} place={location}>
      <Suspense fallback={null}>
        <Places />
      </Suspense>
    </ErrorBoundary>
  );
}
