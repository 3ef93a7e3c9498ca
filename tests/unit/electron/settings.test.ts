import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSettings, keepSettings, parseSettings } from '#electron/main/services/settings.ts';
import { settings as settingsSchema } from '#shared/shell/contract.ts';

describe('reading settings', () => {
  test('each one that is wrong is the usual one, the others stay', () => {
    expect(parseSettings({ theme: 'dark', lockAfterMinutes: 0.5 })).toEqual({
      ...defaultSettings,
      theme: 'dark',
    });
    expect(parseSettings({ theme: 'pink', lockAfterMinutes: 0 })).toEqual({
      ...defaultSettings,
      lockAfterMinutes: 0,
    });
    expect(parseSettings(undefined)).toEqual(defaultSettings);
  });

  test('whatever is read fits the contract', () => {
    const nearly = fc.record(
      { theme: fc.jsonValue(), lockAfterMinutes: fc.jsonValue(), recoveryAskedOn: fc.jsonValue() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(nearly, fc.jsonValue()), (value) => {
        expect(settingsSchema.safeParse(parseSettings(value)).success).toBe(true);
      }),
    );
  });

  test('and whatever fits the contract is read', () => {
    const valid = fc.record({
      theme: fc.constantFrom('system' as const, 'light' as const, 'dark' as const),
      lockAfterMinutes: fc.integer({ min: 0, max: 240 }),
      recoveryAskedOn: fc.constantFrom('', '2026-11-22'),
    });
    fc.assert(
      fc.property(valid, (value) => {
        expect(parseSettings(value)).toEqual(value);
      }),
    );
  });
});

describe('changing settings', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stringwalk-settings-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('tells, keeps and leaves the rest alone', async () => {
    const path = join(folder, 'settings.json');
    const told: unknown[] = [];
    const settings = keepSettings(path, (changed) => told.push(changed));
    await settings.change({ lockAfterMinutes: 3 });
    await settings.change({ theme: 'dark' });
    expect(told).toEqual([
      { ...defaultSettings, lockAfterMinutes: 3 },
      { ...defaultSettings, theme: 'dark', lockAfterMinutes: 3 },
    ]);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(settings.current());
    expect(keepSettings(path, () => undefined).current()).toEqual(settings.current());
  });

  test('tells while something is on its way to the disk, and when all of it is there', async () => {
    const path = join(folder, 'settings.json');
    const settings = keepSettings(path, () => undefined);
    expect(settings.underWay()).toBeUndefined();
    const changes = [settings.change({ theme: 'dark' }), settings.change({ lockAfterMinutes: 4 })];
    await settings.underWay();
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ theme: 'dark', lockAfterMinutes: 4 });
    await Promise.all(changes);
    expect(settings.underWay()).toBeUndefined();
  });

  test('holds for this run where it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const settings = keepSettings(join(folder, 'file', 'settings.json'), () => undefined);
    expect(await settings.change({ theme: 'light' })).toMatchObject({ theme: 'light' });
    expect(settings.current()).toMatchObject({ theme: 'light' });
  });
});
