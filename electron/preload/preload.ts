import { contextBridge, ipcRenderer } from 'electron';
import { portChannel, portMessage } from '#shared/shell/backupPort.ts';
import type { Bridge } from '#shared/shell/bridge.ts';
import { type CallName, callNames, type MessageName, messageNames } from '#shared/shell/channels.ts';

// Runs in a sandbox beside the page. The page gets one function a call, never `ipcRenderer` or an event.

const calls = Object.fromEntries(
  callNames.map((name: CallName) => [name, (input: unknown) => ipcRenderer.invoke(name, input)]),
);

function on(name: MessageName, listener: (message: unknown) => void): () => void {
  if (!messageNames.includes(name)) throw new Error('There is no such message');
  const deliver = (_event: unknown, message: unknown) => listener(message);
  ipcRenderer.on(name, deliver);
  return () => ipcRenderer.off(name, deliver);
}

/** The little of the page's window that is used here; the shell is compiled without it. */
declare const window: {
  readonly postMessage: (message: string, origin: string, ports: readonly unknown[]) => void;
};

// A port cannot cross the bridge; it goes to the page as a message, and to nobody else.
ipcRenderer.on(portChannel, ({ ports }, token: string) => {
  window.postMessage(`${portMessage}${token}`, '/', ports);
});

contextBridge.exposeInMainWorld('stringwalk', { ...calls, on } as Bridge);
