import { Link } from 'wouter';
import { isSample } from '../journal/sample.ts';
import { useView } from '../journal/useJournal.ts';

/** Says, quietly and everywhere, that this is the sample journal, and where one's own begins. */
export function SampleLine() {
  if (!useView(isSample)) return null;
  return (
    <p className="frame-sample">
      A sample journal.
      <br />
      <Link href="/settings">Begin your own</Link>
    </p>
  );
}
