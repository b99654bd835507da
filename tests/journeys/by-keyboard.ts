import type { Locator, Page } from 'playwright-core';
import { type CastKey, emailOf, password } from '../program/program.ts';
import type { Desk } from './staff-site.ts';

const tabsAtMost = 200;

type Found = NonNullable<Awaited<ReturnType<Locator['elementHandle']>>>;

const hasFocus = (target: Found): Promise<boolean> =>
  target.evaluate((element) => element.contains(document.activeElement));

/** The key that leads from where the focus is to the target: back where that stands before it. */
const keyTowards = (target: Found): Promise<'Tab' | 'Shift+Tab'> =>
  target.evaluate((element) => {
    const focus = document.activeElement ?? document.body;
    const isBehind = (element.compareDocumentPosition(focus) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return focus !== document.body && isBehind ? 'Shift+Tab' : 'Tab';
  });

/** Presses Tab until the target has the focus: what cannot be reached so cannot be used. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const found = (await target.elementHandle())!;
  const key = await keyTowards(found);
  for (let pressed = 0; pressed < tabsAtMost; pressed += 1) {
    if (await hasFocus(found)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

/** Goes to the target and presses one key on it. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes to a box of words and writes over what is in it. */
export async function write(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(words);
}

/** Writes a moment into its box, part by part as an English reader sees them, on the clocks of the test community. */
export async function writeMoment(page: Page, target: Locator, at: Date): Promise<void> {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: 'Europe/Madrid',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: true,
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  await tabTo(page, target);
  await page.keyboard.type(part('month') + part('day') + part('year'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(part('hour') + part('minute') + part('dayPeriod').slice(0, 1));
}

/** Chooses in a list by the first letters, as one does without a mouse. */
export async function choose(page: Page, target: Locator, words: string): Promise<void> {
  await target.locator('option', { hasText: words }).waitFor({ state: 'attached' });
  await tabTo(page, target);
  await page.keyboard.type(words.slice(0, 6));
}

/** Walks a group of choices with the arrows until the wanted one is chosen. */
export async function pick(page: Page, group: Locator, name: string | RegExp): Promise<void> {
  await tabTo(page, group);
  await page.keyboard.press('Space');
  for (let step = 0; step < 12; step += 1) {
    if (await group.getByRole('radio', { name }).isChecked()) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows do not reach ${name}`);
}

/** Unfolds a part of the page and gives the form in it, which has the same name. */
export async function unfold(page: Page, title: string): Promise<Locator> {
  await press(page, page.locator('summary').getByText(title, { exact: true }));
  return page.getByRole('form', { name: title, exact: true });
}

/** Signs in at the screen that waits for it. */
export async function signInByKeyboard({ page, say }: Desk, who: CastKey): Promise<void> {
  await write(page, page.getByRole('textbox', { name: say('sign-in.email') }), emailOf(who));
  await write(page, page.getByLabel(say('sign-in.password')), password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: say('day.title') }).waitFor();
}

/** Presses keys one after another. */
export const type = async (page: Page, keys: string): Promise<void> => {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
};
