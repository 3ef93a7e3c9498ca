import type { Locator, Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The page of one timeline: the ground, the tray, and the list beside it. */
export class TimelinePage {
  readonly page: Page;
  readonly ground: Locator;
  readonly tray: Locator;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.ground = page.getByRole('application', { name: 'The ground' });
    this.tray = page.getByRole('toolbar', { name: 'Lay something down' });
    this.list = page.getByRole('complementary', { name: 'On the ground' });
  }

  /** A thing on the ground, by the beginning of its name. */
  thing(name: RegExp): Locator {
    return this.ground.getByRole('button', { name });
  }

  /** The button of its line in the list. */
  line(name: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: name }).locator('button[aria-expanded]');
  }

  field(name: string): Locator {
    return this.list.getByRole('textbox', { name, exact: true });
  }

  /** The lines of the mats, in order. */
  get mats(): Locator {
    return this.list.getByRole('list', { name: 'Mats' }).getByRole('listitem');
  }

  get objects(): Locator {
    return this.list.getByRole('list', { name: 'Found objects' }).getByRole('listitem');
  }

  /** Where the string runs on the screen, `share` of the way along it. */
  async onString(share: number): Promise<Point> {
    return this.thing(/^The string/)
      .locator('path')
      .evaluate((path, along) => {
        if (!(path instanceof SVGPathElement)) throw new Error('The string is not a path');
        const spot = path.getPointAtLength(path.getTotalLength() * along);
        const toScreen = path.getScreenCTM();
        if (!toScreen) throw new Error('The string is not on the screen');
        const { x, y } = spot.matrixTransform(toScreen);
        return { x, y };
      }, share);
  }

  async middleOf(thing: Locator): Promise<Point> {
    const box = await thing.boundingBox();
    if (!box) throw new Error('It is not on the screen');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** A point of the ground, in shares of its width and height. */
  async onGround(across: number, down: number): Promise<Point> {
    const box = await this.ground.boundingBox();
    if (!box) throw new Error('The ground is not on the screen');
    return { x: box.x + box.width * across, y: box.y + box.height * down };
  }

  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await mouse.move(to.x, to.y, { steps: 4 });
    await mouse.up();
  }

  /** Moves the mouse with no button down. */
  async hover(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.move(to.x, to.y, { steps: 8 });
  }

  /** Carries something out of the tray. */
  async carry(name: string, to: Point): Promise<void> {
    await this.drag(await this.middleOf(this.tray.getByRole('button', { name, exact: true })), to);
  }

  /** Presses Tab until the focus is there, as somebody without a mouse would. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 120; presses += 1) {
      const isThere =
        (await target.count()) === 1 &&
        (await target.evaluate((element) => element === document.activeElement));
      if (isThere) return;
      await this.page.keyboard.press(key);
    }
    throw new Error('The focus never came there');
  }
}

/** Goes to the list of timelines and lays a new one. */
export async function layTimeline(page: Page, title: string): Promise<TimelinePage> {
  await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Timelines' }).click();
  await page.getByRole('button', { name: 'New timeline' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('button', { name: 'Lay the string' }).click();
  const timeline = new TimelinePage(page);
  await timeline.ground.waitFor();
  return timeline;
}
