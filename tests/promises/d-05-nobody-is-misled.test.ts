import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ended, type Served, serveFrom } from '../program/served.ts';

let home: string;
let served: Served;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'fs-down-'));
  served = await serveFrom(home);
});
afterAll(async () => {
  await ended(served.child, 'SIGKILL');
  await rm(home, { recursive: true, force: true });
});

const words = 'What I typed, which must not be lost.';
const tokenOf = (page: string) => page.match(/name="token" value="([^"]+)"/)?.[1] ?? '';

function filledForm(token: string): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ token, dangerNow: 'no', what: words })) form.set(name, value);
  return form;
}

describe('D-05 with the database down nobody is misled', () => {
  it('says that nothing was received, shows the number to call and keeps the words', async () => {
    const token = tokenOf(await (await fetch(`${served.url}/en/report`)).text());
    process.kill(served.databaseProcess(), 'SIGKILL');

    const page = await fetch(`${served.url}/en/report`, { method: 'POST', body: filledForm(token) });
    const html = await page.text();
    const api = await fetch(`${served.url}/api/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ dangerNow: false, what: words, language: 'en' }),
    });

    expect(page.status).toBe(503);
    expect(html).toContain(words);
    expect(html).toContain('href="tel:112"');
    expect(html).not.toMatch(/(\d{4}\s){5}\d{4}/);
    expect(api.status).toBe(503);
    expect(await api.json()).toMatchObject({ kind: 'unavailable' });
  });

  it('still shows the first page with the number, and says itself that it is not ready', async () => {
    const home = await fetch(`${served.url}/`);
    const ready = await fetch(`${served.url}/readyz`);

    expect(await home.text()).toContain('112');
    expect(ready.status).toBe(503);
  });
});
