import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Ground } from '../ground.ts';
import { joinRoutes } from './server.ts';

const ground = { publicUrl: 'https://forestall.test', log: pino({ level: 'silent' }) } as unknown as Ground;
const page = async () => new Response('not here', { status: 404 });
const app = joinRoutes(
  ground,
  [],
  async () => ({ kind: 'public', communityId: '' }),
  page,
  (hono) => {
    hono.get('/ca', (context) => context.text('here'));
  },
);

describe('join-routes', () => {
  it.each([
    ['/ca/', '/ca'],
    ['//elsewhere.example/', '/elsewhere.example'],
  ])('leads %s to %s, never to another host', async (path, target) => {
    const answer = await app.request(new Request(`https://forestall.test${path}`));

    expect([answer.status, answer.headers.get('location')]).toEqual([308, target]);
  });

  it('says that anything else is not here', async () => {
    const answers = [await app.request('/nowhere'), await app.request('/api/v1/nowhere')];

    expect(answers.map((answer) => answer.status)).toEqual([404, 404]);
  });
});
