import type { Agreement } from '#shared/domain/agreement.ts';
import { answersToRead, changesBetween } from './agreementView.ts';

/** What was agreed, to be read. */
export function AgreementText({ agreement }: { readonly agreement: Agreement }) {
  const answers = answersToRead(agreement);
  if (answers.length === 0) return <p className="agreement-none">Nothing is written in this version yet.</p>;
  return (
    <dl className="agreement-text">
      {answers.map(({ prompt, words }) => (
        <div key={prompt}>
          <dt>{prompt}</dt>
          <dd className="words" dir="auto">
            {words}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export interface AgreementChangesProps {
  readonly before: Agreement;
  readonly after: Agreement;
}

/** What a version says otherwise than the one before it: the old words, then the new ones. */
export function AgreementChanges({ before, after }: AgreementChangesProps) {
  const changes = changesBetween(before, after);
  if (changes.length === 0) return <p className="agreement-none">The words stayed the same.</p>;
  return (
    <dl className="agreement-changes">
      {changes.map((change) => (
        <div key={change.prompt}>
          <dt>{change.prompt}</dt>
          <dd className="agreement-before">
            <span className="aside">Before</span>
            <Words words={change.before} otherwise="Not spoken of" />
          </dd>
          <dd>
            <span className="aside">After</span>
            <Words words={change.after} otherwise="Left out" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Words({ words, otherwise }: { readonly words: string; readonly otherwise: string }) {
  if (words === '') return <p className="aside">{otherwise}</p>;
  return (
    <p className="words" dir="auto">
      {words}
    </p>
  );
}
