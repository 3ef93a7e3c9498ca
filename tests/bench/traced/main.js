// Stringwalk as it is built, with one ear on the call by which its window says that the first page stands.
import { ipcMain } from 'electron';

const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, listener) =>
  handle(channel, (event, ...input) => {
    if (channel === 'painted') process.stdout.write('PAINTED\n');
    return listener(event, ...input);
  });
await import('../../../out/app/main/main.js');
