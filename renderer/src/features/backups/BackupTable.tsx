import { dayOf } from '#shared/base/time.ts';
import { Button } from '../../ui/Button.tsx';
import { timeOf, useDayWords } from '../../ui/days.ts';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { type BackupLine, holdsInWords, placesInWords, sizeInWords } from './backupsView.ts';
import { NotInIt } from './NotInIt.tsx';
import { ReadBack } from './ReadBack.tsx';
import type { RestorePageProps } from './RestorePage.tsx';

export interface BackupTableProps {
  readonly lines: readonly BackupLine[];
  readonly path: string | undefined;
  readonly onChanged: () => Promise<void>;
  readonly onRestore: (restoring: Restoring) => void;
}

type Restoring = Omit<RestorePageProps, 'onEnd'>;

/** Each backup: when, how much, where, and whether it was found whole. */
export function BackupTable({ lines, path, ...actions }: BackupTableProps) {
  return (
    <section className="backups-part" aria-labelledby="backups-made">
      <SectionHeading id="backups-made">Made so far</SectionHeading>
      {lines.length === 0 ? (
        <p>None yet. The first one is made by itself in a moment.</p>
      ) : (
        <>
          <p className="aside">
            Beside your journal in <code>{path}</code>. The last ten stay, and the last of each of 14 days, 8
            weeks and 12 months.
          </p>
          <table className="backups-table" aria-labelledby="backups-made">
            <thead>
              <tr>
                <th scope="col">Made</th>
                <th scope="col">Holds</th>
                <th scope="col">Size</th>
                <th scope="col">Where</th>
                <th scope="col">Read back</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={`${line.name} ${line.bytes}`} line={line} {...actions} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function Line(props: { readonly line: BackupLine } & Pick<BackupTableProps, 'onChanged' | 'onRestore'>) {
  const { line, onChanged, onRestore } = props;
  const { words } = useDayWords();
  const { name, at, bytes, places, place, facts } = line;
  const when = `${words(dayOf(at), 'short')}, ${timeOf(at)}`;

  const file = { place, name };

  return (
    <tr>
      <th scope="row">{when}</th>
      <td>
        <span className="backups-short">{holdsInWords(facts)}</span>
        <NotInIt facts={facts} />
      </td>
      <td className="backups-short">{sizeInWords(bytes)}</td>
      <td className="backups-short">{placesInWords(places)}</td>
      <td>
        <ReadBack line={line} when={when} onChanged={onChanged} />
      </td>
      <td>
        <Button
          size="s"
          aria-label={`Restore the backup of ${when}`}
          onPress={() => onRestore({ source: { file, size: bytes }, title: `The backup of ${when}` })}
        >
          Restore
        </Button>
      </td>
    </tr>
  );
}
