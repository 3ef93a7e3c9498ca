import type { Result } from '#shared/base/result.ts';
import type { AgeProblem } from '../ageFile.ts';

export interface AgeRequest {
  readonly work: 'encrypt' | 'decrypt';
  readonly bytes: Uint8Array;
  readonly passphrase: string;
}
export type AgeAnswer = Result<Uint8Array, AgeProblem>;

/** Runs one piece of passphrase work in a worker of its own, which ends with it. */
function work(request: AgeRequest): Promise<AgeAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./ageWorker.ts', import.meta.url), { type: 'module', name: 'age' });
    const end = () => worker.terminate();
    worker.addEventListener('message', (event: MessageEvent<AgeAnswer>) => {
      end();
      resolve(event.data);
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new Error(event.message));
    });
    worker.postMessage(request);
  });
}

/** A standard age file under a passphrase (scrypt 2^18). */
export async function encryptForPassphrase(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const answer = await work({ work: 'encrypt', bytes, passphrase });
  if (!answer.ok) throw new Error(`Encrypting cannot fail as ${answer.error}`);
  return answer.value;
}

/** The bytes inside an age file, whole and verified, or why not. */
export function decryptForPassphrase(bytes: Uint8Array, passphrase: string): Promise<AgeAnswer> {
  return work({ work: 'decrypt', bytes, passphrase });
}
