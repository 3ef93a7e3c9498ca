import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of this machine that writes down whoever comes, also one who connects and then asks for nothing. */
export async function listenOnLoopback(): Promise<{
  readonly address: string;
  /** Who came so far. This comes itself, last: the list is seen to be kept, and to be complete. */
  readonly came: () => Promise<readonly string[]>;
  readonly close: () => void;
}> {
  const came: string[] = [];
  const server = createServer((request, response) => {
    came.push(request.url ?? '');
    response.end('');
  }).listen(0, '127.0.0.1');
  server.on('connection', () => came.push('connection'));
  server.on('upgrade', (request, socket) => {
    came.push(request.url ?? '');
    socket.destroy();
  });
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    came: async () => {
      await fetch(`${address}/myself`);
      return came;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
