import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { beginJournal } from '../support/begin.ts';
import { begun, test } from '../support/launch.ts';
import { encrypted, mayasZip, passphrase } from '../support/mayasShare.ts';
import { untilSaved } from '../support/saved.ts';
import {
  decryptWithAge,
  missingPrograms,
  sharePrograms,
  testZip,
  unzipMember,
} from '../support/sharePrograms.ts';
import { Sessions } from './pages/sessions.ts';
import { Share } from './pages/share.ts';

test('Two journals share back and forth, and see each other’s words', async ({ launch, folder }) => {
  test.setTimeout(180_000);
  const toms = await launch();
  await beginJournal(toms.page, { me: 'Tom', buddy: 'Maya' });
  const tomsSessions = new Sessions(toms.page);
  await tomsSessions.create({ day: '08112024', where: 'Holt Wood', title: 'Holt Wood in the rain' });
  await tomsSessions.ask('First half', 'What would I start if nobody could be disappointed?');
  await tomsSessions.rate('First half', 'Clarity', 'before', 3);
  await tomsSessions.rate('First half', 'Clarity', 'after', 7);
  await tomsSessions.write('First half', 'Tom', 'The string bent left.');
  await tomsSessions.write('Second half', 'Maya', 'For the girl in the library.');
  await untilSaved(toms.page, () => tomsSessions.write('Second half', 'Tom', 'Nobody else reads this.'));
  await tomsSessions.create({ day: '01112024', title: 'A walk that stays at home' });

  // Tom sees what leaves and what stays, and holds a note back.
  const tom = new Share(toms);
  await tom.choose({ Sessions: ['Holt Wood in the rain'] });
  await expectAccessible(tom.page);
  const main = tom.page.getByRole('main');
  await expect(main.getByText('The string bent left.')).toBeVisible();
  await expect(main.getByText('3 before, 7 after')).toBeVisible();
  await expect(main.getByText('A walk that stays at home')).toHaveCount(0);
  const stays = tom.page.getByRole('region', { name: 'What stays' });
  await expect(stays).toContainText('1 session');
  const file = join(folder, 'walk.stringwalk');
  // Nothing is kept of a share that was not made.
  await tom.button('Back').click();
  await tom.button('Cancel').click();
  await expect(main.getByText(/^Shared on/)).toHaveCount(0);
  await tom.choose({ Sessions: ['Holt Wood in the rain'] });
  const held = main.locator('.share-item').filter({ hasText: 'Nobody else reads this.' });
  await held.locator('label').click();
  await expect(main.getByText('Nobody else reads this.')).toHaveCount(0);
  await tom.button('Choose a passphrase').click();
  await expectAccessible(tom.page);
  const words = (await tom.spokenWords.textContent()) ?? '';
  expect(words.split(' ')).toHaveLength(5);
  await toms.saveTo(file);
  await tom.button('Save the share').click();
  await expect(tom.page.getByText('is ready to go. Tell Maya the passphrase')).toBeVisible({
    timeout: 30_000,
  });
  await tom.button('Done').click();
  await expect(main.getByText(/^Shared on .*: 1 session, 1 question$/)).toBeVisible();
  await expectAccessible(tom.page);

  // Maya looks at it, says who is who, and takes it in.
  const mayas = await launch();
  await beginJournal(mayas.page, { me: 'Maya', buddy: 'Tom' });
  const maya = new Share(mayas);
  await maya.open(file, words);
  await maya.seeFrom('Tom');
  await expectAccessible(maya.page);
  await expect(maya.brings('New')).toContainText('1 session, 1 question, 2 notes, 2 readings');
  await expect(maya.page.getByRole('button', { name: /Tom, who made it, is/ })).toContainText('Tom');
  await expect(maya.page.getByRole('button', { name: /Maya is/ })).toContainText('Maya (you)');
  await maya.add();
  await expectAccessible(maya.page);
  await maya.page.getByRole('link', { name: 'Holt Wood in the rain' }).click();
  const mayasSessions = new Sessions(maya.page);
  const [first, second] = [mayasSessions.half('First half'), mayasSessions.half('Second half')];
  await expect(first.getByRole('heading', { name: 'First half: Tom explored' })).toBeVisible();
  await expect(second.getByRole('heading', { name: 'Second half: you explored' })).toBeVisible();
  await expect(first.getByText('The string bent left.')).toBeVisible();
  await expect(first.getByText('What would I start if nobody could be disappointed?').first()).toBeVisible();
  await expect(second.getByText('For the girl in the library.')).toBeVisible();
  await expect(maya.page.getByText('Nobody else reads this.')).toHaveCount(0);

  // Twice adds nothing.
  await maya.open(file, words);
  await maya.seeFrom('Tom');
  await expect(maya.page.getByText('Everything in this share is already in your journal.')).toBeVisible();
  await expect(maya.button('Add to my journal')).toHaveCount(0);
  await maya.button('Done').click();

  // Maya writes back.
  await mayasSessions.open('Holt Wood in the rain');
  await untilSaved(maya.page, () => mayasSessions.write('First half', 'Maya', 'I had not seen that.'));
  const back = join(folder, 'back.stringwalk');
  const backWords = await maya.export({ choose: { Sessions: ['Holt Wood in the rain'] }, to: back });

  await tom.open(back, backWords);
  await tom.seeFrom('Maya');
  await expect(tom.brings('New')).toHaveText('1 note');
  await expect(tom.brings('Not taken')).toHaveCount(0);
  await tom.add();
  await toms.restart();
  const after = new Sessions(toms.page);
  await after.open('Holt Wood in the rain');
  const tomsFirst = after.half('First half');
  await expect(tomsFirst.getByText('I had not seen that.')).toBeVisible();
  await expect(tomsFirst.getByText('The string bent left.')).toBeVisible();
  await expect(after.half('Second half').getByText('Nobody else reads this.')).toBeVisible();
  await expect(tomsFirst.getByRole('heading', { name: 'First half: you explored' })).toBeVisible();
});

begun('Export and import need no mouse', async ({ stringwalk, page, folder }) => {
  test.setTimeout(90_000);
  const file = join(folder, 'mayas.stringwalk');
  await writeFile(file, await encrypted(mayasZip()));
  await stringwalk.openFrom(file);
  const share = new Share(stringwalk);
  const press = async (button: string) => {
    await share.button(button).focus();
    await page.keyboard.press('Enter');
  };
  await share.goTo();
  await press('Import a share');
  await expect(share.passphrase).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await share.seeFrom('Maya');
  await expect(page.getByRole('heading', { name: 'From Maya' })).toBeFocused();
  // The first stop is who made it: arrow keys choose somebody else, and back.
  await page.keyboard.press('Tab');
  const sender = page.getByRole('button', { name: /Maya, who made it, is/ });
  await expect(sender).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Maya' }).press('End');
  await page.keyboard.press('Enter');
  await expect(sender).toContainText('Somebody else');
  await expect(sender).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Somebody else' }).press('Home');
  await page.keyboard.press('Enter');
  await expect(sender).toContainText('Maya');
  await press('Add to my journal');
  await expect(page.getByRole('heading', { name: 'Now in your journal' })).toBeFocused();
  await press('Done');

  await press('Export a share');
  const session = share.box(/In the rain/);
  await session.focus();
  await page.keyboard.press('Space');
  await expect(session).toBeChecked();
  await press('Look at what leaves');
  await expect(page.getByRole('heading', { name: 'Export a share' })).toBeFocused();
  await share.box('Notes by Tom').first().focus();
  await page.keyboard.press('Space');
  await press('Hold back this timeline');
  await expect(share.button('Let this timeline leave')).toBeVisible();
  await press('Choose a passphrase');
  await page.getByRole('radio', { name: /Five words/ }).focus();
  await page.keyboard.press('ArrowDown');
  await press('Save the share');
  await expect(page.getByText(/Use at least 8 characters/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Passphrase' }).focus();
  await page.keyboard.type('round the reservoir');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('round the reservoir');
  await stringwalk.saveTo(join(folder, 'by-keys.stringwalk'));
  await press('Save the share');
  await expect(page.getByRole('heading', { name: 'Saved' })).toBeFocused({ timeout: 30_000 });
  await expect(page.getByRole('status', { name: 'Passphrase' })).toHaveCount(0);
});

begun('Any age and any unzip open a share', async ({ stringwalk, page, folder }) => {
  const missing = missingPrograms();
  // biome-ignore lint/suspicious/noSkippedTests: a second opinion needs the programs that give it.
  test.skip(missing.length > 0, `needs ${sharePrograms.join(', ')}; missing: ${missing.join(', ')}`);
  test.setTimeout(90_000);
  const sessions = new Sessions(page);
  await sessions.create({ title: 'Open to any program' });
  await untilSaved(page, () => sessions.write('First half', 'Tom', 'Words that outlive the app & more.'));
  const share = new Share(stringwalk);
  const [file, zip] = [join(folder, 'walk.stringwalk'), join(folder, 'walk.zip')];
  const words = await share.export({ choose: { Sessions: ['Open to any program'] }, to: file });

  await decryptWithAge(file, words, zip);
  expect(await testZip(zip)).toContain('No errors detected');
  const html = await unzipMember(zip, 'index.html');
  expect(html).toContain('Words that outlive the app &amp; more.');
  expect(html).not.toMatch(/<script|<link|<img/);
  const lines = (await unzipMember(zip, 'revisions.ndjson')).trim().split('\n');
  const kinds = lines.map((line) => (JSON.parse(line) as { kind: string }).kind);
  expect(kinds.filter((kind) => kind === 'session' || kind === 'note')).toEqual(['session', 'note']);
  expect(JSON.parse(await unzipMember(zip, 'manifest.json'))).toMatchObject({
    what: 'stringwalk share',
    format: 1,
    from: { name: 'Tom' },
    for: { name: 'Maya' },
  });
  // Nothing of it can be read from outside.
  const bytes = (await readFile(file)).toString('latin1');
  for (const word of ['Words', 'Tom', 'Maya', 'session']) expect(bytes).not.toContain(word);
});
