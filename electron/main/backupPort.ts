import { MessageChannelMain, type WebContents } from 'electron';
import { z } from 'zod/mini';
import { type PortAnswer, portCalls, portChannel } from '#shared/shell/backupPort.ts';
import type { Answer } from './ipc.ts';

const request = z.object({ errand: z.int(), name: z.enum(portCalls), input: z.unknown() });

/**
 * Gives the page a port for the few calls that carry many bytes, so that its worker can make them without it. Who asks
 * for one was checked; what comes through it is parsed by `answer` like any other call.
 */
export function givePort(page: WebContents, token: string, answer: Answer): void {
  const { port1, port2 } = new MessageChannelMain();
  port1.on('message', ({ data }) => {
    const asked = request.safeParse(data);
    if (!asked.success) return;
    const { errand, name, input } = asked.data;
    const reply = (output: unknown) => port1.postMessage({ errand, output } satisfies PortAnswer);
    answer(name, input).then(reply, () => reply(undefined));
  });
  port1.start();
  page.postMessage(portChannel, token, [port2]);
}
