/** @file Shares are made and opened in a worker of their own, since a passphrase costs seconds and a bad file more. */
import type { RecordId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err } from '#shared/base/result.ts';
import type { Census } from '#shared/revisions/census.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import type { Plan, Receiver } from '#shared/revisions/union.ts';
import type { Manifest } from '#shared/share/manifest.ts';
import type { Photos } from '#shared/share/shareFile.ts';
import type { OpenProblem, PackRequest, ShareLock } from './shareWork.ts';

/** What a share brings is planned against this. */
export interface Joining extends Pick<Receiver, 'me' | 'tagKey' | 'replica' | 'lamport'> {
  readonly census: Census;
  /** The buddyships that the sender is one of, under every id this journal knows. */
  readonly buddyships: ReadonlySet<RecordId>;
}

export type WorkerRequest =
  | { readonly work: 'pack'; readonly pack: PackRequest }
  | { readonly work: 'open'; readonly file: Uint8Array; readonly lock: ShareLock }
  | { readonly work: 'plan'; readonly joining: Joining };

/** An opened share as far as the page needs to see it; its revisions stay in the worker until they are planned. */
export interface SharePreview {
  readonly manifest: Manifest;
  readonly photos: Photos;
  readonly unread: readonly string[];
  /** Its revisions of persons and buddyships. */
  readonly people: readonly Revision[];
}

export interface SharePlan extends Plan {
  /** Photos that the texts show which are added or known already. */
  readonly photos: readonly string[];
}

export interface Answers {
  readonly pack: Result<Uint8Array, 'too-big'>;
  readonly open: Result<SharePreview, OpenProblem>;
  readonly plan: Result<SharePlan, 'not-open'>;
}

/** Strangers' files get so long and no longer. */
const patienceMs = 60_000;

export type Stopped =
  | 'stopped'
  | 'took-too-long'
  /** The worker broke off: out of memory, most likely. The console has more. */
  | 'failed';

type Answer<R extends { readonly work: WorkerRequest['work'] }> = Answers[R['work']] | Result<never, Stopped>;

/** One worker with one share in it. */
export class ShareWork {
  readonly #worker = new Worker(new URL('./shareWorker.ts', import.meta.url), {
    type: 'module',
    name: 'share',
  });
  #asked: Promise<unknown> = Promise.resolve();
  #stop: (() => void) | undefined;
  #ended: Stopped | undefined;

  pack(request: PackRequest): Promise<Answer<{ work: 'pack' }>> {
    return this.#ask({ work: 'pack', pack: request });
  }

  open(file: Uint8Array, lock: ShareLock): Promise<Answer<{ work: 'open' }>> {
    return this.#ask({ work: 'open', file, lock }, patienceMs);
  }

  plan(joining: Joining): Promise<Answer<{ work: 'plan' }>> {
    return this.#ask({ work: 'plan', joining }, patienceMs);
  }

  /** Ends the worker, and with it whatever it holds. Work under way, or asked for later, answers why. */
  close(why: Stopped = 'stopped'): void {
    this.#ended ??= why;
    this.#worker.terminate();
    this.#stop?.();
  }

  /** One question at a time, so that every answer belongs to its own. */
  #ask<R extends WorkerRequest>(request: R, patience?: number): Promise<Answer<R>> {
    const answer = this.#asked.then(() => this.#askNow(request, patience));
    this.#asked = answer;
    return answer;
  }

  #askNow<R extends WorkerRequest>(request: R, patience: number | undefined): Promise<Answer<R>> {
    return new Promise((resolve) => {
      if (this.#ended) {
        resolve(err(this.#ended));
        return;
      }
      const timer = patience && setTimeout(() => this.close('took-too-long'), patience);
      const listening = new AbortController();
      const { signal } = listening;
      const settle = (answer: Answer<R>) => {
        clearTimeout(timer);
        listening.abort();
        this.#stop = undefined;
        resolve(answer);
      };
      this.#stop = () => settle(err(this.#ended ?? 'stopped'));
      const answered = ({ data }: MessageEvent<Answers[R['work']]>) => settle(data);
      this.#worker.addEventListener('message', answered as EventListener, { signal });
      this.#worker.addEventListener('error', () => this.close('failed'), { signal });
      this.#worker.postMessage(request);
    });
  }
}
