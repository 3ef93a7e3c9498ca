import { dayOf } from '#shared/base/time.ts';
import type { UpgradeCopy } from '#shared/shell/backupContract.ts';
import { personShown } from '../../journal/people.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { timeOf, useDayWords } from '../../ui/days.ts';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { sizeInWords, upgradeInWords } from './backupsView.ts';
import type { RestorePageProps } from './RestorePage.tsx';

export interface UpgradeCopiesProps {
  /** Newest first. */
  readonly copies: readonly UpgradeCopy[];
  readonly onRestore: (restoring: Omit<RestorePageProps, 'onEnd'>) => void;
}

/** What was copied before another version opened the journal for the first time: a way back from an upgrade. */
export function UpgradeCopies({ copies, onRestore }: UpgradeCopiesProps) {
  const { words } = useDayWords();
  const { view, me } = useJournal();
  if (copies.length === 0) return null;
  return (
    <section className="backups-part" aria-labelledby="backups-upgrades">
      <SectionHeading id="backups-upgrades">Before an upgrade</SectionHeading>
      <p className="aside">
        Every entry as it lay on this disk, and what was being typed, sealed with your journal’s own keys:
        copied and compared before another version wrote here for the first time. Photos are not among them,
        since no version changes those. The last three stay; changing your journal’s keys removes them.
      </p>
      <table className="backups-table" aria-labelledby="backups-upgrades">
        <thead>
          <tr>
            <th scope="col">Made</th>
            <th scope="col">Why</th>
            <th scope="col">Size</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {copies.map((copy) => {
            const { name, at, bytes } = copy;
            const when = `${words(dayOf(at), 'short')}, ${timeOf(at)}`;
            const about = { me, name: personShown(view, me).name, madeAt: at };
            return (
              <tr key={name}>
                <th scope="row">{when}</th>
                <td>{upgradeInWords(copy)}</td>
                <td className="backups-short">{sizeInWords(bytes)}</td>
                <td>
                  <Button
                    size="s"
                    aria-label={`Restore the copy of ${when}`}
                    onPress={() =>
                      onRestore({ source: { upgrade: name, about }, title: `The copy of ${when}` })
                    }
                  >
                    Restore
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
