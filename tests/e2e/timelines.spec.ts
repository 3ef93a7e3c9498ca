import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { beginJournal } from '../support/begin.ts';
import { begun, test } from '../support/launch.ts';
import { layTimeline, TimelinePage } from './pages/timelines.ts';

test('a line is laid, bent and told of with the mouse, and is all there after a restart', async ({
  stringwalk,
  page,
}) => {
  await beginJournal(page, { me: 'Tom', buddy: 'Maya' });
  const timeline = await layTimeline(page, 'Leaving well');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leaving well');
  await expect(timeline.mats).toHaveText([/Now/, /Arrived/]);

  // Pulling at the bare string bends it there.
  await expect(timeline.thing(/^The string, with 4 bends/)).toBeVisible();
  const grip = await timeline.onString(0.6);
  await timeline.drag(grip, { x: grip.x + 20, y: grip.y + 110 });
  await expect(timeline.thing(/^The string, with 5 bends/)).toBeVisible();
  await expect(timeline.thing(/^Bend \d of 5/)).toHaveCount(5);

  // A mat dropped close to the string lies on it, in its place in the order.
  const near = await timeline.onString(0.62);
  await timeline.carry('Mat', { x: near.x + 8, y: near.y - 6 });
  await expect(timeline.field('Name')).toBeFocused();
  await timeline.field('Name').fill('In between');
  await timeline.field('When').fill('next autumn');
  await timeline.field('Words by Tom').fill('Boxes everywhere, and one lamp.');
  await expect(timeline.thing(/^In between, mat 2 of 3, next autumn, on the string/)).toBeVisible();

  // Another is dropped beside it all, and laid on the string afterwards.
  await timeline.carry('Mat', await timeline.onGround(0.2, 0.25));
  await timeline.field('Name').fill('بيت 🏡');
  await expect(timeline.thing(/^بيت 🏡, mat 4 of 4, off the string, upper left/)).toBeVisible();
  await timeline.list.getByRole('radio', { name: 'On the string' }).check({ force: true });
  await expect(timeline.thing(/^بيت 🏡, mat 4 of 4, on the string/)).toBeVisible();

  await timeline.thing(/^Arrived/).click();
  await timeline.field('When').fill('spring-ish, 2028');
  await timeline.field('Words by Tom').fill('A desk by a window that is mine.');
  await timeline.field('Words by Maya').fill('Your shoulders came down.');

  await timeline.carry('Stone', await timeline.onGround(0.3, 0.7));
  await timeline.field('What it stands for').fill('what Dad said');
  await timeline.tray.getByRole('button', { name: 'Pine cone' }).click();
  await timeline.field('What it stands for').fill('patience');
  await expect(timeline.objects).toHaveCount(2);

  // The order is changed by the buttons and by hand; nothing moves on the ground.
  await timeline.list.getByRole('button', { name: 'Move بيت 🏡 up' }).click();
  await expect(timeline.mats).toHaveText([/Now/, /In between/, /بيت/, /Arrived/]);
  const handles = timeline.mats.locator('.thing-row-drag');
  await timeline.drag(await timeline.middleOf(handles.nth(2)), await timeline.middleOf(handles.nth(0)));
  await expect(timeline.mats).toHaveText([/بيت/, /Now/, /In between/, /Arrived/]);
  await timeline.drag(await timeline.middleOf(handles.nth(0)), await timeline.middleOf(handles.nth(3)));
  await expect(timeline.mats).toHaveText([/Now/, /In between/, /Arrived/, /بيت/]);
  // It is let go of: what passes over it later moves nothing.
  await timeline.hover(await timeline.middleOf(handles.nth(3)), await timeline.middleOf(handles.nth(0)));
  await expect(timeline.mats).toHaveText([/Now/, /In between/, /Arrived/, /بيت/]);
  await timeline.drag(await timeline.middleOf(handles.nth(3)), await timeline.middleOf(handles.nth(0)));
  await expect(timeline.mats).toHaveText([/بيت/, /Now/, /In between/, /Arrived/]);

  // A move is taken back and done again by keys.
  const now = timeline.thing(/^Now/);
  const before = await now.getAttribute('aria-label');
  const target = await timeline.onString(0.2);
  await timeline.drag(await timeline.middleOf(now), target);
  await expect(now).not.toHaveAttribute('aria-label', before ?? '');
  const after = await now.getAttribute('aria-label');
  await page.keyboard.press('Control+z');
  await expect(now).toHaveAttribute('aria-label', before ?? '');
  await page.keyboard.press('Control+Shift+z');
  await expect(now).toHaveAttribute('aria-label', after ?? '');

  // What is taken away is offered back.
  await timeline.thing(/^Pine cone/).click();
  await timeline.list.getByRole('button', { name: 'Delete patience' }).click();
  await expect(timeline.objects).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(timeline.objects).toHaveText([/what Dad said|patience/, /what Dad said|patience/]);
  await expectAccessible(page);

  await stringwalk.restart();
  const again = new TimelinePage(stringwalk.page);
  await stringwalk.page.getByRole('link', { name: 'Timelines' }).click();
  await expect(stringwalk.page.getByText('4 mats, 2 objects')).toBeVisible();
  await expectAccessible(stringwalk.page);
  await stringwalk.page.getByRole('link', { name: 'Leaving well' }).click();
  await expect(again.mats).toHaveText([/بيت/, /Now/, /In between/, /Arrived/]);
  await expect(again.thing(/^Now/)).toHaveAttribute('aria-label', after ?? '');
  await expect(again.thing(/^The string, with 5 bends/)).toBeVisible();
  await expect(again.thing(/^Stone, what Dad said/)).toBeVisible();
  await again.line('Arrived').click();
  await expect(again.field('When')).toHaveValue('spring-ish, 2028');
  await expect(again.field('Words by Tom')).toHaveText('A desk by a window that is mine.');
  await expect(again.field('Words by Maya')).toHaveText('Your shoulders came down.');
});

test('a line is laid, bent and told of without a mouse', async ({ stringwalk, page }) => {
  await beginJournal(page, { me: 'Tom', buddy: 'Maya' });
  const timeline = new TimelinePage(page);
  const { keyboard } = page;
  await timeline.tabTo(page.getByRole('link', { name: 'Timelines' }));
  await keyboard.press('Enter');
  await timeline.tabTo(page.getByRole('button', { name: 'New timeline' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  // An empty title gets a sentence and lays nothing.
  await keyboard.press('Enter');
  await expect(page.getByText('Give the line a title.')).toBeVisible();
  await keyboard.type('Coming home');
  await keyboard.press('Enter');
  await timeline.ground.waitFor();

  // Three mats: two are there, one is laid where there is room, and its name is asked for at once.
  await timeline.tabTo(timeline.tray.getByRole('button', { name: 'Mat', exact: true }));
  await keyboard.press('Enter');
  await expect(timeline.field('Name')).toBeFocused();
  await keyboard.type('First winter');
  await timeline.tabTo(timeline.field('When'));
  await keyboard.type('cold-ish');
  await timeline.tabTo(timeline.field('Words by Maya'));
  await keyboard.type('You were whistling.');
  // Escape leads back to the mat itself, where the arrows move it along the string.
  await keyboard.press('Escape');
  const winter = timeline.thing(/^First winter/);
  await expect(winter).toBeFocused();
  const place = await winter.getAttribute('aria-label');
  await keyboard.press('ArrowRight');
  await keyboard.press('Shift+ArrowRight');
  await expect(winter).not.toHaveAttribute('aria-label', place ?? '');
  await keyboard.press('Control+z');
  await expect(winter).toHaveAttribute('aria-label', place ?? '');

  // Enter on the string adds a bend, arrows pull it, Delete takes it out again.
  await timeline.tabTo(timeline.thing(/^The string/));
  await keyboard.press('Enter');
  const bend = timeline.ground.locator('[data-kind="bend"][aria-pressed="true"]');
  await expect(bend).toBeFocused();
  const straight = await bend.getAttribute('aria-label');
  await keyboard.press('Shift+ArrowDown');
  await expect(bend).not.toHaveAttribute('aria-label', straight ?? '');
  await expect(timeline.thing(/^The string, with 5 bends/)).toBeVisible();
  await keyboard.press('Delete');
  await expect(timeline.thing(/^The string, with 4 bends/)).toBeFocused();
  await keyboard.press('Control+z');
  await expect(timeline.thing(/^The string, with 5 bends/)).toBeVisible();

  // Found objects, each with what it stands for.
  await timeline.tabTo(timeline.tray.getByRole('button', { name: 'Feather' }));
  await keyboard.press('Enter');
  await expect(timeline.field('What it stands for')).toBeFocused();
  await keyboard.type('a lighter no');
  await keyboard.press('Escape');
  await expect(timeline.thing(/^Feather, a lighter no/)).toBeFocused();
  await keyboard.press('Shift+ArrowUp');
  await timeline.tabTo(timeline.tray.getByRole('button', { name: 'Shell' }));
  await keyboard.press('Enter');
  await expect(timeline.objects).toHaveCount(2);
  await expect(timeline.field('What it stands for')).toBeFocused();
  await keyboard.type('the sea');

  // The order, from the list.
  await timeline.tabTo(timeline.list.getByRole('button', { name: 'Move First winter up' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(timeline.mats).toHaveText([/First winter/, /Now/, /Arrived/]);

  // Away with the mat and its words, and back with them by the message's own button.
  await timeline.tabTo(winter, 'Shift+Tab');
  await keyboard.press('Delete');
  await expect(timeline.mats).toHaveText([/Now/, /Arrived/]);
  await expect(timeline.thing(/^The string/)).toBeFocused();
  await timeline.tabTo(page.getByRole('button', { name: 'Undo' }));
  await keyboard.press('Enter');
  await expect(timeline.mats).toHaveText([/First winter/, /Now/, /Arrived/]);

  await stringwalk.restart();
  const again = new TimelinePage(stringwalk.page);
  await again.tabTo(stringwalk.page.getByRole('link', { name: 'Timelines' }));
  await stringwalk.page.keyboard.press('Enter');
  await again.tabTo(stringwalk.page.getByRole('link', { name: 'Coming home' }));
  await stringwalk.page.keyboard.press('Enter');
  await expect(again.mats).toHaveText([/First winter/, /Now/, /Arrived/]);
  await expect(again.thing(/^Feather, a lighter no/)).toBeVisible();
  await expect(again.thing(/^Shell, the sea/)).toBeVisible();
  await expect(again.thing(/^The string, with 5 bends/)).toBeVisible();
  await again.tabTo(again.line('First winter'));
  await stringwalk.page.keyboard.press('Enter');
  await expect(again.field('When')).toHaveValue('cold-ish');
  await expect(again.field('Words by Maya')).toHaveText('You were whistling.');
});

begun(
  'a line is saved as a picture that needs nothing else, and deleted with a way back',
  async ({ stringwalk, page, folder }) => {
    const timeline = await layTimeline(page, 'The long way round');
    await timeline.tray.getByRole('button', { name: 'Acorn' }).click();
    await timeline.field('What it stands for').fill('savings');
    await expect(timeline.thing(/^Acorn, savings/)).toBeVisible();

    const path = join(folder, 'line.svg');
    await stringwalk.saveTo(path);
    await page.getByRole('button', { name: 'More for this timeline' }).click();
    await page.getByRole('menuitem', { name: 'Save as picture' }).click();
    await expect(page.getByText('The picture is saved.')).toBeVisible();
    const picture = await readFile(path, 'utf8');
    expect(picture).toMatch(/^<svg [^>]*viewBox/);
    expect(picture).toContain('>savings<');
    expect(picture).toContain('>Arrived<');
    expect(picture).not.toMatch(/var\(|class=|href=|tabindex|role=/);

    await page.getByRole('button', { name: 'More for this timeline' }).click();
    await page.getByRole('menuitem', { name: 'Delete timeline' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Timelines');
    await expect(page.getByRole('button', { name: 'New timeline' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'The long way round' }).click();
    await expect(timeline.mats).toHaveText([/Now/, /Arrived/]);
    await expect(timeline.thing(/^Acorn, savings/)).toBeVisible();
  },
);

begun(
  'an emptied title keeps the last one, and the smallest window still holds everything',
  async ({ stringwalk, page }) => {
    const timeline = await layTimeline(page, 'Winter');
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.fill('');
    await expect(page.getByText('A line keeps its title until it has another.')).toBeVisible();
    await timeline.field('Name').or(timeline.line('Now')).first().click();
    await expect(title).toHaveValue('Winter');

    await stringwalk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 700),
    );
    await expect(timeline.tray).toBeInViewport({ ratio: 1 });
    for (const name of [/^Now/, /^Arrived/])
      await expect(timeline.thing(name)).toBeInViewport({ ratio: 0.99 });
    await expect(timeline.list).toBeInViewport({ ratio: 1 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
  },
);
