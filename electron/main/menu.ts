import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type Command, placeNames, places } from '#shared/shell/commands.ts';
import type { Settings } from '#shared/shell/contract.ts';
import type { JournalWindow } from './window.ts';

const themeTitles = {
  system: 'Like the system',
  light: 'Light',
  dark: 'Dark',
} as const satisfies Record<Settings['theme'], string>;

export interface MenuActions {
  readonly theme: Settings['theme'];
  readonly chooseTheme: (theme: Settings['theme']) => void;
  readonly devTools: boolean;
}

/** The application menu. Built again when a choice in it changes. */
export function showMenu(window: JournalWindow, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(window, actions)));
}

function template(window: JournalWindow, actions: MenuActions): MenuItemConstructorOptions[] {
  const ask = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => window.send('command', command),
  });
  const line = { type: 'separator' } as const;

  const file: MenuItemConstructorOptions[] = [
    ask('New session', { name: 'new-session' }, 'CmdOrCtrl+N'),
    line,
    ask('Import a share…', { name: 'import-share' }),
    line,
    ask('Lock', { name: 'lock' }, 'CmdOrCtrl+L'),
    line,
    { role: 'quit', label: 'Quit Stringwalk' },
  ];
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo' },
    { role: 'redo' },
    line,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle', label: 'Paste as plain text' },
    { role: 'selectAll' },
    line,
    ask('Search…', { name: 'search' }, 'CmdOrCtrl+K'),
  ];
  const view: MenuItemConstructorOptions[] = [
    { label: 'Larger', accelerator: 'CmdOrCtrl+Plus', click: () => window.zoom(1) },
    // The same key without Shift, as most people press it.
    { label: 'Larger', accelerator: 'CmdOrCtrl+=', visible: false, click: () => window.zoom(1) },
    { label: 'Smaller', accelerator: 'CmdOrCtrl+-', click: () => window.zoom(-1) },
    { label: 'Usual size', accelerator: 'CmdOrCtrl+Shift+0', click: () => window.zoom(0) },
    line,
    {
      label: 'Appearance',
      submenu: themes.map((theme) => ({
        label: themeTitles[theme],
        type: 'radio',
        checked: actions.theme === theme,
        click: () => actions.chooseTheme(theme),
      })),
    },
    { role: 'togglefullscreen', label: 'Full screen' },
    ...(actions.devTools ? [line, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
  ];
  const go: MenuItemConstructorOptions[] = [
    ...places.map((place, index) =>
      ask(placeNames[place], { name: 'go', place }, `CmdOrCtrl+${(index + 1) % 10}`),
    ),
    line,
    { label: 'Back', accelerator: 'Alt+Left', click: () => window.goBack() },
    { label: 'Forward', accelerator: 'Alt+Right', click: () => window.goForward() },
  ];
  const help: MenuItemConstructorOptions[] = [
    ask('Keyboard shortcuts', { name: 'shortcuts' }),
    ask(`About ${app.name}`, { name: 'about' }),
  ];
  return [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: file },
    { label: '&Edit', submenu: edit },
    { label: '&View', submenu: view },
    { label: '&Go', submenu: go },
    { label: '&Help', role: 'help', submenu: help },
  ];
}

const themes = Object.keys(themeTitles) as Settings['theme'][];
