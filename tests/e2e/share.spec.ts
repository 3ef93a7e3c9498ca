import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, type Page } from '@playwright/test';
import * as age from 'age-encryption';
import { encryptWithPassphrase } from '#renderer/journal/ageFile.ts';
import { openShare } from '#renderer/journal/exchange/shareWork.ts';
import type { Day } from '#shared/base/time.ts';
import { packMembers, unpackMembers } from '#shared/share/members.ts';
import { writeShare } from '#shared/share/shareFile.ts';
import { sign } from '#shared/share/signature.ts';
import { expectAccessible } from '../support/axe.ts';
import { beginJournal } from '../support/begin.ts';
import { test } from '../support/launch.ts';
import { shareContent } from '../support/makeShare.ts';
import { Pen, writeAnAfternoon } from '../support/pen.ts';
import { untilSaved } from '../support/saved.ts';
import {
  decryptWithAge,
  missingPrograms,
  sharePrograms,
  testZip,
  unzipMember,
} from '../support/sharePrograms.ts';
import { webp } from '../support/webp.ts';
import { Sessions } from './pages/sessions.ts';
import { Share } from './pages/share.ts';

const passphrase = 'otter lantern june moss gable';

/** A share as somebody else's Stringwalk would have made it. */
function mayasZip(pen = new Pen('Maya', 'Tom')): Uint8Array {
  const { session } = writeAnAfternoon(pen);
  const zip = writeShare(shareContent(pen, { sessions: [session] }), pen.signingSeed);
  if (!zip.ok) throw new Error(zip.error);
  return zip.value;
}

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

test('A file that is no good share is answered with a sentence and changes nothing', async ({
  stringwalk,
  page,
  folder,
}) => {
  test.setTimeout(120_000);
  await beginJournal(page);
  const share = new Share(stringwalk);
  const zip = mayasZip();
  const good = await encryptWithPassphrase(zip, passphrase);
  const keys = new age.Encrypter();
  keys.addRecipient(await age.identityToRecipient(await age.generateX25519Identity()));
  const files: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['empty', new Uint8Array(), /This file is empty/],
    ['letter', utf8ToBytes('Dear Tom, …'), /This file is not a share/],
    ['truncated', good.subarray(0, good.length - 100), /This share is damaged/],
    ['cut-early', good.subarray(0, 120), /This share is damaged/],
    ['newer', await encryptWithPassphrase(newer(zip), passphrase), /made by a newer Stringwalk.*ask Maya/],
    ['forged', await encryptWithPassphrase(forged(zip), passphrase), /signature inside does not fit/],
    ['other-age-file', await encryptWithPassphrase(utf8ToBytes('hello'), passphrase), /not a share/],
    ['for-keys', await keys.encrypt(zip), /locked with keys/],
  ];
  await share.goTo();
  await stringwalk.openFrom(undefined);
  await share.button('Import a share').click();
  // A cancelled dialog leads back to where one was.
  await expect(share.button('Export a share')).toBeVisible();

  for (const [name, bytes, sentence] of files) {
    const file = join(folder, `${name}.stringwalk`);
    await writeFile(file, bytes);
    await stringwalk.openFrom(file);
    await share.goTo();
    await share.button('Import a share').click();
    if (bytes.length > 0) await share.unlock(passphrase);
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert, name).toContainText(sentence, { timeout: 30_000 });
    await expect(alert).toContainText('Nothing in your journal was changed.');
    await share.button('Not now').click();
  }

  // A wrong passphrase may be typed again.
  const file = join(folder, 'good.stringwalk');
  await writeFile(file, good);
  await share.open(file, 'otter lantern june moss');
  await expect(page.getByText('That passphrase does not open this file.')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await share.passphrase.fill('');
  await share.button('Open').click();
  await expect(page.getByText('Type the passphrase you were told.')).toBeVisible();
  await share.unlock(passphrase);
  await share.seeFrom('Maya');
  await share.button('Not now').click();

  await stringwalk.restart();
  await share.goTo();
  await expect(share.page.getByText('Everything here is yours alone')).toBeVisible();
  await new Sessions(share.page).goToList();
  await expect(share.page.getByRole('main').getByRole('link', { name: /rain/ })).toHaveCount(0);
});

test('A share given on the command line is offered for import', async ({ launch, folder }) => {
  test.setTimeout(90_000);
  const file = join(folder, 'given.stringwalk');
  await writeFile(file, await encryptWithPassphrase(mayasZip(), passphrase));
  const stringwalk = await launch({ args: [file] });
  await beginJournal(stringwalk.page);
  const share = new Share(stringwalk);
  await expect(share.page.getByText('given.stringwalk')).toBeVisible();
  // What was said on a walk is forgiving about commas and capitals.
  await share.unlock('Otter, lantern, June moss gable');
  await share.seeFrom('Maya');
  await expect(share.page.getByText(/Signed by Maya, whom you have not paired with yet/)).toBeVisible();
  await share.add();
  await share.page.getByRole('link', { name: 'In the rain' }).click();
  await expect(share.page.getByText('You laughed at the stone.')).toBeVisible();
});

test('A second share in the same name, signed with another key, is not added unasked', async ({
  stringwalk,
  page,
  folder,
}) => {
  test.setTimeout(90_000);
  await beginJournal(page);
  const maya = new Pen('Maya', 'Tom');
  const [first, second] = [join(folder, 'first.stringwalk'), join(folder, 'second.stringwalk')];
  await writeFile(first, await encryptWithPassphrase(mayasZip(maya), passphrase));
  Object.assign(maya, { signingSeed: new Uint8Array(32).fill(7) });
  await writeFile(second, await encryptWithPassphrase(mayasZip(maya), passphrase));
  const share = new Share(stringwalk);
  await share.open(first, passphrase);
  await share.seeFrom('Maya');
  await share.add();
  await share.open(second, passphrase);
  await share.seeFrom('Maya');
  await expect(page.getByText('Another key than before.')).toBeVisible();
  await expect(share.button('Add to my journal')).toBeDisabled();
  await expectAccessible(page);
  await share.tick('I know that this is from Maya');
  await share.add();
});

test('Export and import need no mouse', async ({ stringwalk, page, folder }) => {
  test.setTimeout(90_000);
  await beginJournal(page);
  const file = join(folder, 'mayas.stringwalk');
  await writeFile(file, await encryptWithPassphrase(mayasZip(), passphrase));
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

test('Photos travel with their texts, and stay where they are held back', async ({
  stringwalk,
  page,
  folder,
}) => {
  test.setTimeout(120_000);
  await beginJournal(page);
  const photo = await drawnPhoto(page);
  const name = 'ab'.repeat(16);
  const maya = new Pen('Maya', 'Tom');
  const ids = writeAnAfternoon(maya);
  maya.put('note', {
    about: ids.turn,
    person: maya.me,
    day: '2026-11-08' as Day,
    text: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Look at this:' }] },
        { type: 'photo', attrs: { attachment: name, alt: 'the gate', width: 40, height: 30 } },
      ],
    },
  });
  const write = async (file: string, bytes: Uint8Array) => {
    const content = { ...shareContent(maya, { sessions: [ids.session] }), photos: new Map([[name, bytes]]) };
    const zip = writeShare(content, maya.signingSeed);
    if (!zip.ok) throw new Error(zip.error);
    await writeFile(file, await encryptWithPassphrase(zip.value, passphrase));
  };
  const share = new Share(stringwalk);
  const [bomb, good, other] = ['bomb', 'good', 'other'].map((each) => join(folder, `${each}.stringwalk`));
  if (!bomb || !good || !other) throw new Error('three files');

  // One that would unfold into a gigabyte of pixels stays out; its text does not.
  await write(bomb, webp(16_000, 16_000));
  await share.open(bomb, passphrase);
  await share.seeFrom('Maya');
  await expect(share.brings('Not taken')).toHaveText('1 photo that cannot be shown safely');
  await share.add();
  await expect(stringwalk.call('readAttachment', { id: name })).resolves.toMatchObject({ ok: false });

  // The photo may still come later, by itself.
  await write(good, photo);
  await share.open(good, passphrase);
  await share.seeFrom('Maya');
  await expect(share.brings('New')).toHaveText('1 photo');
  await share.add();
  const kept = async () => readFile(join(stringwalk.dataFolder, 'journal', 'attachments', name));
  const sealed = await kept();
  expect(sealed.includes(Buffer.from('WEBP'))).toBe(false);

  // And no other takes its place.
  await write(other, await drawnPhoto(page, 'red'));
  await share.open(other, passphrase);
  await share.seeFrom('Maya');
  await expect(page.getByText('Everything in this share is already in your journal.')).toBeVisible();
  await share.button('Done').click();
  expect((await kept()).equals(sealed)).toBe(true);

  const [with1, without1] = [join(folder, 'with.stringwalk'), join(folder, 'without.stringwalk')];
  const words = await share.export({ choose: { Sessions: ['In the rain'] }, to: with1 });
  expect(await photosIn(with1, words)).toEqual([[name, Buffer.from(photo)]]);
  const fewer = await share.export({
    choose: { Sessions: ['In the rain'] },
    holdBack: ['Photo: the gate'],
    to: without1,
  });
  expect(await photosIn(without1, fewer)).toEqual([]);
});

test('Any age and any unzip open a share', async ({ stringwalk, page, folder }) => {
  const missing = missingPrograms();
  // biome-ignore lint/suspicious/noSkippedTests: a second opinion needs the programs that give it.
  test.skip(missing.length > 0, `needs ${sharePrograms.join(', ')}; missing: ${missing.join(', ')}`);
  test.setTimeout(90_000);
  await beginJournal(page);
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

function changedManifest(
  zip: Uint8Array,
  change: (manifest: object) => object,
  seed: Uint8Array,
): Uint8Array {
  const unpacked = unpackMembers(zip);
  if (!unpacked.ok) throw new Error(unpacked.error);
  const members = new Map(unpacked.value);
  const manifest = JSON.parse(new TextDecoder().decode(members.get('manifest.json'))) as object;
  const bytes = utf8ToBytes(JSON.stringify(change(manifest)));
  return packMembers(members.set('manifest.json', bytes).set('signature', sign(bytes, seed)));
}

function newer(zip: Uint8Array): Uint8Array {
  return changedManifest(zip, (manifest) => ({ ...manifest, format: 2 }), new Pen('Maya', 'Tom').signingSeed);
}

function forged(zip: Uint8Array): Uint8Array {
  return changedManifest(zip, (manifest) => manifest, new Uint8Array(32).fill(9));
}

/** A real photo, as the app would keep it. */
async function drawnPhoto(page: Page, colour = 'green'): Promise<Uint8Array> {
  const bytes = await page.evaluate(async (fill) => {
    const canvas = new OffscreenCanvas(40, 30);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('There is nothing to draw with');
    pen.fillStyle = fill;
    pen.fillRect(4, 4, 20, 20);
    const drawn = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
    return [...new Uint8Array(await drawn.arrayBuffer())];
  }, colour);
  return new Uint8Array(bytes);
}

async function photosIn(file: string, words: string) {
  const share = await openShare(new Uint8Array(await readFile(file)), {
    by: 'passphrase',
    passphrase: words,
  });
  if (!share.ok) throw new Error(share.error.why);
  return [...share.value.photos].map(([name, photo]) => [name, Buffer.from(photo)]);
}
