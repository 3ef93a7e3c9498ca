import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expect } from '@playwright/test';
import * as age from 'age-encryption';
import { expectAccessible } from '../support/axe.ts';
import { pressBegin } from '../support/begin.ts';
import { begun, test } from '../support/launch.ts';
import {
  encrypted,
  forgedZip,
  mayasZip,
  mayasZipWithoutQuestion,
  newerZip,
  passphrase,
} from '../support/mayasShare.ts';
import { Pen } from '../support/pen.ts';
import { Sessions } from './pages/sessions.ts';
import { Share } from './pages/share.ts';

begun(
  'A file that is no good share is answered with a sentence and changes nothing',
  async ({ stringwalk, page, folder }) => {
    test.setTimeout(120_000);
    const share = new Share(stringwalk);
    const zip = mayasZip();
    const good = await encrypted(zip);
    const keys = new age.Encrypter();
    keys.addRecipient(await age.identityToRecipient(await age.generateX25519Identity()));
    const files: readonly (readonly [string, Uint8Array, RegExp])[] = [
      ['empty', new Uint8Array(), /This file is empty/],
      ['letter', utf8ToBytes('Dear Tom, …'), /This file is not a share/],
      ['truncated', good.subarray(0, good.length - 100), /This share is damaged/],
      ['cut-early', good.subarray(0, 120), /This share is damaged/],
      ['newer', await encrypted(newerZip(zip)), /made by a newer Stringwalk.*ask Maya/],
      ['forged', await encrypted(forgedZip(zip)), /signature inside does not fit/],
      ['other-age-file', await encrypted(utf8ToBytes('hello')), /not a share/],
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
  },
);

begun(
  'A share that speaks of what it does not bring says so, and whom to ask',
  async ({ stringwalk, page, folder }) => {
    test.setTimeout(90_000);
    const [part, whole] = [join(folder, 'part.stringwalk'), join(folder, 'whole.stringwalk')];
    await writeFile(part, await encrypted(mayasZipWithoutQuestion()));
    await writeFile(whole, await encrypted(mayasZip()));
    const share = new Share(stringwalk);
    const missing = page.getByRole('list', { name: 'Part missing' }).getByRole('listitem');
    const sentences = [
      '“Leaving well” refers to a question that is not in this file.',
      '“In the rain” of 8 November 2026 refers to a question that is not in this file.',
    ];
    await share.open(part, passphrase);
    await share.seeFrom('Maya');
    await expect(missing).toHaveText(sentences);
    await expect(page.getByRole('status').filter({ hasText: 'Part missing.' })).toContainText(
      'ask for a fuller share',
    );
    await expectAccessible(page);
    await share.add();
    await expect(missing).toHaveText(sentences);
    await share.button('Done').click();

    // Asked for, it comes, and nothing is missed any more.
    await share.open(whole, passphrase);
    await share.seeFrom('Maya');
    await expect(share.brings('New')).toHaveText('1 question');
    await expect(missing).toHaveCount(0);
    await share.add();
    await expect(missing).toHaveCount(0);
  },
);

test('A share given on the command line is offered for import', async ({ launch, folder }) => {
  test.setTimeout(90_000);
  const file = join(folder, 'given.stringwalk');
  await writeFile(file, await encrypted(mayasZip()));
  const stringwalk = await launch({ args: [file] });
  await pressBegin(stringwalk.page);
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

begun(
  'A second share in the same name, signed with another key, is not added unasked',
  async ({ stringwalk, page, folder }) => {
    test.setTimeout(90_000);
    const maya = new Pen('Maya', 'Tom');
    const [first, second] = [join(folder, 'first.stringwalk'), join(folder, 'second.stringwalk')];
    await writeFile(first, await encrypted(mayasZip(maya)));
    Object.assign(maya, { signingSeed: new Uint8Array(32).fill(7) });
    await writeFile(second, await encrypted(mayasZip(maya)));
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
  },
);
