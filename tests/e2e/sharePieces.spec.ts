import { join } from 'node:path';
import { expect } from '@playwright/test';
import { beginJournal } from '../support/begin.ts';
import { test } from '../support/launch.ts';
import { Sessions } from './pages/sessions.ts';
import { Share } from './pages/share.ts';
import { layTimeline, TimelinePage } from './pages/timelines.ts';

const question = 'Where do I go quiet?';

test('A line and a question travel without any session', async ({ launch, folder }) => {
  test.setTimeout(120_000);
  const toms = await launch();
  await beginJournal(toms.page, { me: 'Tom', buddy: 'Maya' });
  const sessions = new Sessions(toms.page);
  await sessions.create({ title: 'A walk that stays at home' });
  await layTimeline(toms.page, 'Leaving well');
  await toms.page.getByRole('link', { name: 'Questions' }).click();
  await toms.page.getByRole('button', { name: 'New question' }).click();
  await toms.page.getByRole('textbox', { name: 'The question' }).fill(question);
  await toms.page.getByRole('button', { name: 'Keep the question' }).click();
  await expect(toms.page.getByRole('heading', { level: 1, name: question })).toBeVisible();

  const file = join(folder, 'pieces.stringwalk');
  const words = await new Share(toms).export({
    choose: { Timelines: ['Leaving well'], Questions: [question] },
    to: file,
  });

  const mayas = await launch();
  await beginJournal(mayas.page, { me: 'Maya', buddy: 'Tom' });
  const maya = new Share(mayas);
  await maya.open(file, words);
  await maya.seeFrom('Tom');
  await maya.add();
  const navigation = mayas.page.getByRole('navigation', { name: 'Journal' });
  await navigation.getByRole('link', { name: 'Timelines' }).click();
  await mayas.page
    .getByRole('main')
    .getByRole('link', { name: /Leaving well/ })
    .click();
  await expect(new TimelinePage(mayas.page).mats).toHaveText([/Now/, /Arrived/]);
  await navigation.getByRole('link', { name: 'Questions' }).click();
  await expect(mayas.page.getByRole('main').getByRole('link', { name: question })).toBeVisible();
  await navigation.getByRole('link', { name: 'Sessions' }).click();
  await expect(mayas.page.getByText('A walk that stays at home')).toHaveCount(0);
});
