import './agreement.css';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { IdOf } from '#shared/domain/record.ts';
import { deleteAll } from '../../journal/deleting.ts';
import { pathToHistory } from '../../journal/paths.ts';
import { usePair } from '../../journal/people.ts';
import { useComplete, useJournal, useView } from '../../journal/useJournal.ts';
import { OtherVersionsNotice } from '../../parts/EarlierVersions.tsx';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { toast } from '../../ui/Toast.tsx';
import { AgreementDrawing } from './AgreementDrawing.tsx';
import { AgreementForm } from './AgreementForm.tsx';
import { inForce, isAccepted, nextVersion, versionsOf } from './agreementView.ts';
import { CurrentVersion } from './CurrentVersion.tsx';
import { EarlierVersions } from './EarlierVersions.tsx';

/** What the two explicitly promised each other, in versions. */
export function AgreementPage() {
  const journal = useJournal();
  const { buddyship, me, buddy } = usePair();
  const complete = useComplete();
  const days = useDayWords();
  const [current, ...earlier] = useView((view) => versionsOf(view, buddyship.id));
  const [, go] = useLocation();
  const [writing, setWriting] = useState<IdOf<'agreement'>>();

  const begin = async (isToBeChanged: boolean) => {
    const id = journal.newId('agreement');
    const body = nextVersion(buddyship.id, current, journal.clock.today());
    const outcome = await journal.write([{ op: 'put', kind: 'agreement', id, body }]);
    if (outcome.ok && isToBeChanged) setWriting(id);
  };

  if (!current) {
    return (
      <>
        <PageHeader title="Agreement" />
        {complete ? (
          <EmptyPage
            drawing={<AgreementDrawing />}
            action={
              <Button look="primary" onPress={() => void begin(true)}>
                Write the first agreement
              </Button>
            }
          >
            Friends assume; buddies agree. Say to each other what you want from <bdi>{buddy.name}</bdi> and
            what you will give, for three months to begin with, and then look at it again.
          </EmptyPage>
        ) : null}
      </>
    );
  }

  const remove = async () => {
    const undo = await deleteAll(journal, [current]);
    if (undo) toast({ message: 'Version deleted.', action: { label: 'Undo', onPress: undo } });
  };
  const isWriting = writing === current.id;
  const isHeld = isAccepted(current.body);
  const holding = inForce([current, ...earlier], [me.id, buddy.id]);
  return (
    <div className="agreement">
      <PageHeader
        title="Agreement"
        meta={[
          `from ${days.words(current.body.day, 'long')}`,
          ...(current.body.until ? [`until ${days.words(current.body.until, 'long')}`] : []),
          ...(holding === current ? [] : [isHeld ? 'accepted by one of you' : 'not accepted yet']),
        ]}
        actions={
          <>
            {isWriting ? null : (
              <Button icon="edit" onPress={() => (isHeld ? void begin(true) : setWriting(current.id))}>
                {isHeld ? 'Change it' : 'Go on writing'}
              </Button>
            )}
            <Menu
              label="More for this version"
              trigger={<IconButton icon="more" label="More for this version" />}
              items={[
                {
                  id: 'history',
                  label: 'How this was written',
                  detail: 'Every time this version was kept.',
                  icon: 'clock',
                  onAction: () => go(pathToHistory(current.id)),
                },
                'line',
                {
                  id: 'delete',
                  label: 'Delete this version',
                  icon: 'trash',
                  danger: true,
                  onAction: () => void remove(),
                },
              ]}
            />
          </>
        }
      />
      <OtherVersionsNotice id={current.id} />
      {isWriting ? (
        <AgreementForm key={current.id} version={current} onDone={() => setWriting(undefined)} />
      ) : (
        <CurrentVersion
          version={current}
          before={earlier[0]?.body}
          holdingMeanwhile={holding === current ? undefined : holding?.body}
          onRenew={() => void begin(false)}
        />
      )}
      <EarlierVersions versions={earlier} />
    </div>
  );
}
