// The least a window costs: Electron, a blank page, two frames. Every start is measured against it.
import { app, BrowserWindow } from 'electron';

app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  await window.loadURL('data:text/html,<!doctype html><title>bare</title><p>A bare window');
  await window.webContents.executeJavaScript(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))',
  );
  process.stdout.write('PAINTED\n');
});
