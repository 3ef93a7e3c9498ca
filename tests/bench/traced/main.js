// Stringwalk as it is built, with one ear on the call by which its window says that the first page stands.
// It also says what the shell's files answered; given that back, it answers so at once, as if there were no such files.
import { ipcMain } from 'electron';

const files = ['logState', 'readDrafts'];
const given = JSON.parse(process.env.STRINGWALK_BENCH_FILES ?? '{}');
const heard = {};

const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (channel, listener) =>
  handle(channel, async (event, ...input) => {
    if (channel in given) return given[channel];
    if (channel === 'painted') process.stdout.write(`PAINTED ${JSON.stringify(heard)}\n`);
    const answer = await listener(event, ...input);
    if (files.includes(channel)) heard[channel] ??= answer;
    return answer;
  });
await import('../../../out/app/main/main.js');
