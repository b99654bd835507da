import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../reading/open-library.ts';
import { aContentFolder } from '../testing/a-content-folder.ts';
import { checkLinks, type LinkCheck } from './check-links.ts';
import { keepCheckedLinks, readCheckedLinks } from './checked-links.ts';

let server: Server;
let here: string;
let atOnce = 0;
let mostAtOnce = 0;
const requests: string[] = [];
let busy = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { method, url = '' } = request;
    requests.push(`${method} ${url}`);
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    const answer = (status: number, headers: Record<string, string> = {}) =>
      setImmediate(() => {
        atOnce -= 1;
        response.writeHead(status, headers).end();
      });
    if (url === '/silent') {
      atOnce -= 1;
      return;
    }
    if (url === '/gone') return answer(404);
    if (url === '/moved') return answer(301, { location: '/here' });
    if (url === '/for-now') return answer(302, { location: '/here' });
    if (url === '/circle') return answer(302, { location: '/circle' });
    if (url === '/no-head') return answer(method === 'HEAD' ? 405 : 200);
    if (url === '/busy') return answer(busy++ === 0 ? 429 : 200, { 'retry-after': '7' });
    if (url === '/very-busy') return answer(429, { 'retry-after': '86400' });
    if (url === '/closed') return answer(403);
    return answer(200);
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const check = (paths: readonly string[], more: Partial<LinkCheck> = {}) => {
  const waits: number[] = [];
  const progress: string[] = [];
  const asked = checkLinks({
    addresses: paths.map((path) => (path.startsWith('/') ? `${here}${path}` : path)),
    pauseMilliseconds: 1_000,
    timeoutMilliseconds: 5_000,
    hostsAtATime: 4,
    wait: async (milliseconds) => void waits.push(milliseconds),
    onProgress: (_, done, all) => void progress.push(`${done} of ${all}`),
    ...more,
  });
  return { asked, waits, progress };
};

const statesOf = async (paths: readonly string[], more: Partial<LinkCheck> = {}) =>
  Object.fromEntries(
    ((await check(paths, more).asked) ?? []).map(({ url, state, because }) => [
      url.replace(here, ''),
      [state, because.replace(here, '')],
    ]),
  );

describe('check-links', () => {
  it('tells what is reached, moved, dead and not sure', async () => {
    const states = await statesOf(['/here', '/no-head', '/moved', '/for-now', '/gone', '/closed', '/circle']);

    expect(states).toEqual({
      '/here': ['reached', '200'],
      '/no-head': ['reached', '200'],
      '/moved': ['moved', '/here'],
      '/for-now': ['reached', '200'],
      '/gone': ['dead', '404'],
      '/closed': ['unsure', '403'],
      '/circle': ['unsure', 'leads in circles'],
    });
  });

  it('asks a host one thing at a time, with a pause between, and each address once', async () => {
    mostAtOnce = 0;
    requests.length = 0;

    const { asked, waits, progress } = check(['/a', '/b', '/c', '/a']);
    await asked;

    expect(mostAtOnce).toBe(1);
    expect(requests).toEqual(['HEAD /a', 'HEAD /b', 'HEAD /c']);
    expect(waits).toEqual([1_000, 1_000]);
    expect(progress).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  });

  it('rests as long as a busy host asks, then tries once more; a day is too long', async () => {
    busy = 0;

    const { asked, waits } = check(['/busy', '/very-busy']);
    const states = (await asked)?.map(({ state, because }) => [state, because]);

    expect(waits).toEqual([7_000, 1_000]);
    expect(states).toEqual([
      ['reached', '200'],
      ['unsure', '429'],
    ]);
  });

  it('gives up on a host that does not answer', async () => {
    const states = await statesOf(['/silent'], { timeoutMilliseconds: 40 });

    expect(states).toEqual({ '/silent': ['unsure', 'TIMEOUT'] });
  });

  it('says that there is no network rather than that everything is dead', async () => {
    const away = ['one', 'two', 'three', 'four', 'five'].map((name) => `https://${name}.invalid/`);

    const { asked, progress } = check(away, { hostsAtATime: 1 });

    expect(await asked).toBeNull();
    expect(progress).toHaveLength(3);
  });

  it('counts a name that is gone as dead where others answer', async () => {
    const states = await statesOf(['/here', 'https://gone.invalid/'], { hostsAtATime: 1 });

    expect(['dead', 'no-network']).toContain(states['https://gone.invalid/']?.[0]);
    expect(states['/here']?.[0]).toBe('reached');
  });
});

describe('checked links', () => {
  it('gives each resource the day on which it was last reached, until it is dead', async () => {
    const { path, remove } = await aContentFolder({});
    const { resources } = await openLibrary();
    const [one, two] = resources.map(({ url }) => url) as [string, string];
    const asked = (url: string, state: 'reached' | 'dead' | 'unsure') => ({ url, state, because: '' });

    await keepCheckedLinks(path, [asked(one, 'reached'), asked(two, 'reached')], '2026-11-23');
    await keepCheckedLinks(path, [asked(one, 'unsure'), asked(two, 'dead')], '2026-12-01');
    const library = await openLibrary(path);
    const kept = await readCheckedLinks(path);
    await remove();

    expect(kept).toEqual({ [one]: '2026-11-23' });
    expect(library.resources.slice(0, 2).map(({ checked }) => checked)).toEqual(['2026-11-23', 'unchecked']);
  });

  it('takes a broken file for none', async () => {
    const { path, remove } = await aContentFolder({ 'checked-links.json': '{' });

    const kept = await readCheckedLinks(path);
    await remove();

    expect(kept).toEqual({});
  });
});
