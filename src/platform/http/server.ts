import type { Context } from 'hono';
import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { type Refusal, Refused, refusalOf } from '../errors.ts';
import type { Ground } from '../ground.ts';
import { spokenNumber } from '../ids.ts';
import { readCommunityAddress } from './community-address.ts';
import { refuseCrossSite } from './cross-site.ts';
import { rememberPeer } from './peers.ts';
import { placesOf } from './places.ts';
import { bugProblem, type Problem, problemOf, problemResponse } from './problem.ts';
import type { AnyRoute } from './route.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { type ActorFinder, serveRoute } from './serve-route.ts';

/** Turns a problem into a page where the door is a page; the slice that owns the public pages draws it. */
export type ProblemPage = (context: Context, problem: Problem) => Promise<Response>;

/**
 * The whole HTTP surface: every route of the table, the same headers and the same refusals for all; `besides` adds what is
 * no route. Each door also stands behind the name of a community.
 */
export function joinRoutes(
  ground: Ground,
  routes: readonly AnyRoute[],
  findActor: ActorFinder,
  problemPage: ProblemPage,
  besides: (app: Hono) => void,
) {
  const sayProblem = async (context: Context, problem: Problem, isPage: boolean, headers: Record<string, string>) => {
    if (!isPage) return problemResponse(problem, headers);
    const page = await problemPage(context, problem);
    for (const [name, value] of Object.entries(headers)) page.headers.set(name, value);
    return page;
  };
  const app = new Hono({ getPath: (request) => readCommunityAddress(getPath(request)).path });
  app.use(async (context, next) => {
    await next();
    setSecurityHeaders(context.res.headers, ground.publicUrl);
  });
  besides(app);
  for (const route of routes) {
    app.on(route.method, honoPath(route.path), async (context) => {
      try {
        rememberPeer(context.req.raw.headers, remoteAddressOf(context));
        refuseCrossSite(route.method, context.req.raw.headers);
        return await serveRoute(ground, route, findActor, context);
      } catch (error) {
        const problem = explain(ground, error, `${route.method} ${route.path}`);
        return await sayProblem(context, problem, route.answer === 'page', headersOf(error));
      }
    });
  }
  app.notFound((context) => {
    const { url, method } = context.req;
    const path = new URL(url).pathname;
    if (method === 'GET' && /[^/]\/$/.test(path)) return context.redirect(withoutLastSlash(path), 308);
    const allowed = methodsAt(app, context.req.path);
    const isWrongWay = allowed.length > 0 && !allowed.includes(method);
    const refusal: Refusal = isWrongWay ? { kind: 'wrong-method', allowed } : { kind: 'not-found' };
    const isPage = !context.req.path.startsWith('/api/');
    return sayProblem(context, problemOf(refusal), isPage, headersOf(new Refused(refusal)));
  });
  app.onError((error) => problemResponse(explain(ground, error, 'a page'), headersOf(error)));
  return app;
}

/** The other end of the connection, where there is one. */
const remoteAddressOf = ({ env }: Context): string | undefined => env?.incoming?.socket?.remoteAddress;

/** One slash in front, so that no address can be made that leads to another host. */
const withoutLastSlash = (path: string) => `/${path.replaceAll(/^\/+|\/$/g, '')}`;

const honoPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** The ways in which something is there at this address, whatever its id: which door answers is no secret. */
function methodsAt(app: Hono, path: string): string[] {
  const answers = (method: string) => app.router.match(method, path)[0].some(([[, route]]) => route.method === method);
  const found = ['GET', 'POST', 'DELETE'].filter(answers);
  return found.includes('GET') ? ['GET', 'HEAD', ...found.slice(1)] : found;
}

/** What a client is told beside a refusal: when to come again, or in which way. */
function headersOf(error: unknown): Record<string, string> {
  if (!(error instanceof Refused)) return {};
  const { refusal } = error;
  if (refusal.kind === 'too-fast') return { 'retry-after': String(refusal.retryAfterSeconds) };
  return refusal.kind === 'wrong-method' ? { allow: refusal.allowed.join(', ') } : {};
}

/** A refusal speaks for itself; anything else is logged by name and place only, under a reference. */
function explain(ground: Ground, thrown: unknown, door: string): Problem {
  const error = refusalOf(thrown);
  if (error instanceof Refused) return problemOf(error.refusal);
  const reference = spokenNumber(ground.chance);
  const { name, code } = (error ?? {}) as { name?: string; code?: string };
  ground.log.error({ reference, door, name, code, places: placesOf(error) }, 'bug');
  return bugProblem(reference);
}
