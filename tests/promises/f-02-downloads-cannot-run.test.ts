import { type Browser, chromium } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';

const script = '<script>document.title = "ran"</script>';

let program: Program;
let server: Awaited<ReturnType<Program['listen']>>;
let browser: Browser;
let duty: HeldSession;
beforeAll(async () => {
  program = await startProgram();
  server = await program.listen();
  duty = await sessionOf(program, program.actors.duty);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await program.close();
});

/** Pictures that are a page or a script as well, each as the sender named it. */
async function hostile(): Promise<File[]> {
  const image = sharp({ create: { width: 20, height: 20, channels: 3, background: '#246' } });
  const jpeg = await image.clone().jpeg().toBuffer();
  const gif = await image.clone().gif().toBuffer();
  const png = await image.clone().png().toBuffer();
  const and = (bytes: Buffer, text: string) => new Uint8Array(Buffer.concat([bytes, Buffer.from(text)]));
  return [
    new File([and(jpeg, script)], 'photo.html', { type: 'image/jpeg' }),
    new File([and(gif, '=1;document.title="ran"')], 'photo.js', { type: 'image/gif' }),
    new File([and(png, `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`)], 'photo.svg', {
      type: 'image/svg+xml',
    }),
    new File([`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`], 'drawing.svg', { type: 'image/svg+xml' }),
  ];
}

async function storedFiles(): Promise<string[]> {
  const body = new FormData();
  body.set('dangerNow', 'false');
  body.set('what', 'Words.');
  for (const file of await hostile()) body.append('images', file);
  await program.request('POST', '/en/report', { body });
  const { rows } = (await duty.call('GET', '/api/v1/triage')).body as { rows: { id: string }[] };
  const id = rows[0]!.id;
  const { attachments } = (await duty.call('GET', `/api/v1/reports/${id}`)).body as { attachments: { id: string }[] };
  return attachments.map((each) => `/api/v1/reports/${id}/attachments/${each.id}`);
}

describe('F-02 what is downloaded cannot run', () => {
  it('opens each stored file in a browser, where nothing runs and nothing of the site is in reach', async () => {
    const files = await storedFiles();
    const context = await browser.newContext({ extraHTTPHeaders: { cookie: duty.headers.cookie } });
    const seen: unknown[] = [];

    for (const path of files) {
      const page = await context.newPage();
      const answer = await page.goto(`${server.url}${path}`);
      const headers = answer?.headers() ?? {};
      const reach = await page.evaluate(async () => {
        const fetched = await fetch('/api/v1/session').then(
          () => 'fetched',
          () => 'refused',
        );
        return { title: document.title.includes('ran'), origin: self.origin, fetched };
      });
      seen.push({ type: headers['content-type'], sniff: headers['x-content-type-options'], ...reach });
      await page.close();
    }
    await context.close();

    expect(files.length).toBe(3);
    expect(seen).toEqual(
      files.map(() => ({ type: 'image/webp', sniff: 'nosniff', title: false, origin: 'null', fetched: 'refused' })),
    );
  });
});
