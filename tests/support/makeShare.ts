import type { Day } from '#shared/base/time.ts';
import type { Choice } from '#shared/share/closure.ts';
import { closureOf, recordsIn, supportOf, without } from '#shared/share/closure.ts';
import { newShareId } from '#shared/share/manifest.ts';
import type { ShareContent } from '#shared/share/shareFile.ts';
import type { Pen } from './pen.ts';

/** What would leave a journal for a choice: the heads of everything that belongs to it. */
export function shareContent(
  pen: Pen,
  choice: Partial<Choice>,
  held: ReadonlySet<string> = new Set(),
): ShareContent {
  const view = pen.view();
  const authors = new Set([pen.me, view.resolve(pen.buddy)]);
  const chosen = { sessions: [], timelines: [], questions: [], ...choice };
  const chapters = without(closureOf(view, chosen, authors).chapters, held as ReadonlySet<never>);
  const entries = [...supportOf(view, chapters, authors), ...recordsIn(chapters)];
  const heads = new Set(entries.map(({ id }) => view.headsOf(id)[0]?.id));
  return {
    about: {
      share: newShareId(pen.random),
      from: { person: pen.me, name: pen.names.me },
      for: { person: pen.buddy, name: pen.names.buddy },
      day: '2026-11-22' as Day,
      known: pen.census().known,
    },
    revisions: pen.revisions.filter(({ id }) => heads.has(id)),
    page: '<!doctype html><title>page</title>',
    photos: new Map(),
  };
}
