/** @file The worker's side of `shareClient.ts`. It holds an opened share until it is planned, and ends with it. */
import { unreachable } from '#shared/base/assert.ts';
import { err, ok } from '#shared/base/result.ts';
import { belongsTo } from '#shared/revisions/census.ts';
import { planUnion, type Receiver } from '#shared/revisions/union.ts';
import { photosOf } from '#shared/share/photos.ts';
import type { Share } from '#shared/share/shareFile.ts';
import type { Answers, Joining, WorkerRequest } from './shareClient.ts';
import { openShare, packShare } from './shareWork.ts';

let opened: Share | undefined;

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  // What goes wrong in a promise would stay in here: reported, it reaches whoever waits.
  answer(data).then((given) => self.postMessage(given), reportError);
});

async function answer(request: WorkerRequest): Promise<Answers[WorkerRequest['work']]> {
  switch (request.work) {
    case 'pack':
      return packShare(request.pack);
    case 'open': {
      const share = await openShare(request.file, request.lock);
      if (!share.ok) return share;
      opened = share.value;
      const { manifest, photos, revisions, unread } = share.value;
      return ok({ manifest, photos, unread, people: revisions.filter(({ kind }) => isAboutPeople(kind)) });
    }
    case 'plan': {
      if (!opened) return err('not-open');
      const sender = opened.manifest.from.person;
      const plan = planUnion(receiverOf(request.joining), { from: 'person', sender }, opened.revisions);
      const refused = new Set(plan.refused.map(({ revision }) => revision));
      const shown = photosOf(opened.revisions.filter((revision) => !refused.has(revision)));
      return ok({ ...plan, photos: [...shown].filter((name) => opened?.photos.has(name)) });
    }
    default:
      return unreachable(request);
  }
}

/** What "who is who" is worked out from. */
function isAboutPeople(kind: string): boolean {
  return kind === 'person' || kind === 'buddyship';
}

function receiverOf({ census, buddyships, ...rest }: Joining): Receiver {
  return {
    ...rest,
    knows: (id) => census.ids.has(id),
    isErased: (record) => census.erased.has(record),
    authorOf: (record) => census.authors.get(record),
    isParty: (record) => belongsTo(census, record, buddyships),
  };
}
