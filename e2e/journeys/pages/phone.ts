import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { SHOP } from './people.js';

/** What a person did to the page since the last reading: counted by the page itself, not by the script that moves it. */
interface Effort {
  taps: number;
  /** Names of the fields that were filled. */
  inputs: string[];
}

// Runs in the page, so it is a text: the specs know no DOM types. Kept in the browser's storage, across reloads and pages.
const COUNT = `{
  const read = () => JSON.parse(localStorage.getItem('effort') ?? '{"taps":0,"inputs":[]}');
  const write = (effort) => localStorage.setItem('effort', JSON.stringify(effort));
  document.addEventListener('pointerdown', () => { const effort = read(); write({ ...effort, taps: effort.taps + 1 }); }, true);
  for (const kind of ['input', 'change'])
    document.addEventListener(kind, ({ target }) => {
      const effort = read();
      write({ ...effort, inputs: [...new Set([...effort.inputs, target.name])].sort() });
    }, true);
}`;

/** A small Android phone with a touch screen. */
export const PHONE = {
  viewport: { width: 360, height: 740 },
  baseURL: SHOP,
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
  userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
};

/** A page of such a phone, which counts what its owner does. */
export async function phone(browser: Browser, more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, ...more });
  context.setDefaultTimeout(20_000);
  await context.addInitScript(COUNT);
  return context.newPage();
}

/** Reads the counters and sets them back to nothing. */
export async function effort(page: Page): Promise<Effort> {
  const counted = await page.evaluate<string | null>(`{
    const counted = localStorage.getItem('effort');
    localStorage.removeItem('effort');
    counted;
  }`);
  return counted ? (JSON.parse(counted) as Effort) : { taps: 0, inputs: [] };
}

/** Waits until the first visit of the household desk has brought it onto the phone, for when there is no network. */
export async function deskIsOnPhone(page: Page): Promise<void> {
  const kept = `Boolean(navigator.serviceWorker.controller && sessionStorage.getItem('choxa-warmed'))`;
  await expect.poll(() => page.evaluate(kept), { timeout: 20_000 }).toBe(true);
}

/** The post desk says that so much of what was done here is not sent. */
export async function unsent(page: Page, count: number): Promise<void> {
  await expect(page.getByText(`${count} chưa gửi`)).toBeVisible();
}

/** Waits until the post desk has sent what was done here; with a network it tries again by itself, ever more rarely. */
export async function allSent(page: Page): Promise<void> {
  await expect(page.getByText(/^\d+ chưa gửi$/)).toHaveCount(0, { timeout: 30_000 });
}

/** As a thumb does: taps the field, then types over what stands there. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label);
  await field.tap();
  await field.selectText();
  await page.keyboard.type(text);
}

/** Runs in the browser: everything in the stores of a name. Opens no database that is not there yet, for that would make an empty one. */
const ALL_OF = (store: string) => `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    if (database.objectStoreNames.contains('${store}')) found.push(...(await done(database.transaction('${store}').objectStore('${store}').getAll())));
    database.close();
  }
  return found;
})()`;

/** Names of the drafts that the browser keeps on the device. */
export async function keptNames(page: Page): Promise<string[]> {
  return (await page.evaluate<{ fields: { name: string } }[]>(ALL_OF('drafts'))).map(({ fields }) => fields.name);
}

/** Addresses in the API whose last answers the worker keeps for when there is no network. */
export async function keptAnswers(page: Page): Promise<string[]> {
  return (await page.evaluate<{ key: string }[]>(ALL_OF('answers'))).map(({ key }) => key);
}
