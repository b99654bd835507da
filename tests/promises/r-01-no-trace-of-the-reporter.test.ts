import { readdirSync, readFileSync, statSync } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ended, type Served, serveFrom } from '../program/served.ts';

const submissions = process.env.FORESTALL_PROMISES === 'full' ? 10_000 : 12;

/** Marks of the sender, one of each kind that a request carries. */
const canaries = {
  agent: 'CANARYAGENT7731',
  language: 'x-canarytongue',
  cookie: 'CANARYCOOKIE5520',
  fileName: 'CANARYFILENAME4419',
  artist: 'CANARYARTIST3308',
  referrer: 'canaryreferrer2297',
  address: '203.0.113.177',
};

let home: string;
let served: Served;
let metrics: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'fs-trace-'));
  served = await serveFrom(home);
});
afterAll(async () => {
  await ended(served.child, 'SIGKILL');
  await rm(home, { recursive: true, force: true });
});

const marks = () => ({
  'user-agent': canaries.agent,
  'accept-language': `${canaries.language}, en`,
  cookie: `session=${canaries.cookie}; other=${canaries.cookie}`,
  referer: `https://${canaries.referrer}.example/`,
  'x-forwarded-for': canaries.address,
  'x-real-ip': canaries.address,
  forwarded: `for=${canaries.address}`,
});

const photo = () =>
  sharp({ create: { width: 32, height: 32, channels: 3, background: '#884422' } })
    .jpeg()
    .withExif({ IFD0: { Artist: canaries.artist, Make: canaries.artist }, IFD3: { GPSLatitude: '41/1 23/1 7/1' } })
    .toBuffer();

async function sendForm(image: Buffer): Promise<number> {
  const page = await (await fetch(`${served.url}/en/report`, { headers: marks() })).text();
  const form = new FormData();
  const token = page.match(/name="token" value="([^"]+)"/)?.[1] ?? '';
  for (const [name, value] of Object.entries({ token, dangerNow: 'no', what: 'Seen by nobody in particular.' }))
    form.set(name, value);
  form.set('images', new File([new Uint8Array(image)], `${canaries.fileName}.jpg`, { type: 'image/jpeg' }));
  return (await fetch(`${served.url}/en/report`, { method: 'POST', headers: marks(), body: form })).status;
}

const sendJson = async () =>
  (
    await fetch(`${served.url}/api/v1/reports`, {
      method: 'POST',
      headers: { ...marks(), 'content-type': 'application/json' },
      body: JSON.stringify({ dangerNow: false, what: 'Told by a tool.', language: 'en' }),
    })
  ).status;

/** Every file below the folder in which one of the marks stands: tables, write-ahead log, logs, keys, images, all. */
function filesWithMarks(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || statSync(path).size === 0) continue;
    const bytes = readFileSync(path);
    for (const mark of Object.values(canaries))
      if (bytes.includes(mark)) found.push(`${mark} in ${path.slice(folder.length)}`);
  }
  return found;
}

describe('R-01 a report leaves no trace of who sent it', () => {
  it(`in tables, write-ahead log, logs, files and metrics, after ${submissions} submissions`, {
    timeout: 7_200_000,
  }, async () => {
    const image = await photo();
    const statuses = new Set<number>();

    for (let turn = 0; turn < submissions; turn += 1)
      statuses.add(await (turn % 4 === 0 ? sendForm(image) : sendJson()));
    metrics = await (await fetch(`${served.url}/metrics`)).text();
    await served.stop();

    expect(statuses).toEqual(new Set([201]));
    expect(image.includes(canaries.artist)).toBe(true);
    expect(Object.values(canaries).filter((mark) => metrics.includes(mark))).toEqual([]);
    expect(filesWithMarks(home)).toEqual([]);
  });

  it('has teeth: one logged address is found', async () => {
    await appendFile(join(home, 'demo', 'forestall.log'), `{"remote":"${canaries.address}"}\n`);

    expect(filesWithMarks(home)).toEqual([`${canaries.address} in /demo/forestall.log`]);
  });
});
