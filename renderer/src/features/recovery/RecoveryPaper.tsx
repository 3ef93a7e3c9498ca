import type { RecoveryKey } from '../../journal/recovery.ts';
import { Logo } from '../../ui/Logo.tsx';
import { QrCode } from '../../ui/QrCode.tsx';

/** The sheet as it lies on the table, and as it comes out of the printer. */
export function RecoveryPaper({ recovery }: { readonly recovery: RecoveryKey }) {
  return (
    <article className="recovery-paper" aria-label="Recovery sheet">
      <header className="recovery-paper-head">
        <Logo size={20} withName />
        <h2>Recovery sheet</h2>
        <p>
          These words open a journal whose passphrase is forgotten, and its backups when the computer is gone.
          Whoever holds this sheet can read the journal: keep it where you keep your passport.
        </p>
        <PaperString />
      </header>
      <ol className="recovery-groups">
        {recovery.groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a group's number is its place
          <li key={index}>
            <span className="recovery-number">{index + 1}</span>
            <span className="recovery-words">{group.join(' ')}</span>
          </li>
        ))}
      </ol>
      <div className="recovery-square">
        <QrCode text={recovery.identity} label="The same key, for a camera" />
        <div>
          <p>
            The same key, for a camera or to type. It is a key of the program <em>age</em>, so that the
            journal can be opened without Stringwalk as well.
          </p>
          <p className="recovery-text">{recovery.identity}</p>
        </div>
      </div>
      <section className="recovery-uses">
        <h3>When you need it</h3>
        <ol>
          <li>
            <strong>The passphrase is forgotten.</strong> On the page that asks for it choose “Forgot
            passphrase?” and type the words.
          </li>
          <li>
            <strong>The computer is gone.</strong> Start Stringwalk on another one, choose “Restore a backup”,
            and type the words.
          </li>
          <li>
            <strong>Stringwalk is gone.</strong> Write the line that begins with AGE-SECRET-KEY into a file
            key.txt. Then <code>age -d -i key.txt -o journal.zip BACKUP.age</code> opens a backup. For one
            from before this sheet, <code>age -d -i key.txt -o keys.txt recovery.age</code> makes keys.txt out
            of the file beside it: take that in the place of key.txt.
          </li>
        </ol>
        <dl className="recovery-lines">
          <div>
            <dt>Journal of</dt>
            <dd />
          </div>
          <div>
            <dt>Date</dt>
            <dd />
          </div>
        </dl>
      </section>
    </article>
  );
}

/** A string with its two mats, as on every sheet that comes out of a printer here. */
function PaperString() {
  const line = 'M4 46C22 42 30 18 52 18s30 30 52 28 26-34 46-38';
  return (
    <svg className="recovery-string" viewBox="0 0 156 60" aria-hidden="true" focusable="false">
      <path d={line} strokeWidth="5.6" />
      <path d={line} strokeWidth="3.4" data-part="twine" />
      <path d={line} strokeWidth="3.4" strokeDasharray="1 2.6" style={{ strokeLinecap: 'butt' }} />
      <circle cx="52" cy="18" r="8" strokeWidth="1.6" />
      <circle cx="104" cy="46" r="8" strokeWidth="1.6" />
    </svg>
  );
}
