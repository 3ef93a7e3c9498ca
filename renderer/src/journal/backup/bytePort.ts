/** @file The worker's way to the shell for bytes, past the page. */
import type { PortAnswer, PortCall, PortRequest } from '#shared/shell/backupPort.ts';
import { type Contract, contract } from '#shared/shell/contract.ts';
import { countUnseen } from './unseen.ts';

export type Bytes = <Name extends PortCall>(
  name: Name,
  input: Contract[Name]['input'],
) => Promise<Contract[Name]['output']>;

/** Calls through a port, which copies what it is given before it returns. What comes back is parsed. */
export function bytesThrough(port: MessagePort): Bytes {
  const waiting = new Map<number, (output: unknown) => void>();
  let errands = 0;
  port.addEventListener('message', ({ data }: MessageEvent<PortAnswer>) => {
    waiting.get(data.errand)?.(data.output);
    waiting.delete(data.errand);
  });
  port.start();
  return async <Name extends PortCall>(name: Name, input: Contract[Name]['input']) => {
    errands += 1;
    const errand = errands;
    const answer = new Promise((resolve) => waiting.set(errand, resolve));
    port.postMessage({ errand, name, input } satisfies PortRequest);
    const output = contract[name].output.parse(await answer) as Contract[Name]['output'];
    if (output.ok && 'value' in output) countUnseen(output.value.length);
    return output;
  };
}
