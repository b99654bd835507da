import { timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Ground } from '../platform/ground.ts';

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** Counts answers by route pattern and status: no address, no id, nothing of a person. */
export function measureRequests(app: Hono): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'forestall_answer_seconds',
    help: 'Time to answer',
    labelNames: ['method', 'status'],
    buckets,
    registers: [registry],
  });
  app.use(async (context, next) => {
    const end = seconds.startTimer();
    await next();
    end({ method: context.req.method, status: String(context.res.status) });
  });
  return registry;
}

/** Liveness, readiness, and figures for loopback or whoever has the token. */
export function serveHealth(app: Hono, ground: Ground, registry: Registry, metricsToken: string | undefined): void {
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', async (context) =>
    (await ground.database.isReachable()) ? context.text('ready') : context.text('no database', 503),
  );
  app.get('/metrics', async (context) => {
    if (!mayMeasure(context, metricsToken)) return context.notFound();
    return context.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
}

function mayMeasure(context: Context, token: string | undefined): boolean {
  const given = Buffer.from(context.req.header('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  if (token && given.length === expected.length && timingSafeEqual(given, expected)) return true;
  const isProxied =
    context.req.header('x-forwarded-for') !== undefined || context.req.header('forwarded') !== undefined;
  const address = getConnInfo(context).remote.address ?? '';
  return !isProxied && /^(127\.|::1$|::ffff:127\.)/.test(address);
}
