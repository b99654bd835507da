import type { Context } from 'hono';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { Refused } from '../errors.ts';
import type { Ground } from '../ground.ts';
import { readInput } from './read-input.ts';
import type { AnyRoute } from './route.ts';

/** Finds who asks: a signed-in person for a closed route, else the public of this community. */
export type ActorFinder = (context: Context, route: AnyRoute) => Promise<Actor>;

/** One request through one door: input, permission, audit and act, the last three in one transaction. */
export async function serveRoute(
  ground: Ground,
  route: AnyRoute,
  findActor: ActorFinder,
  context: Context,
): Promise<Response> {
  const actor = await findActor(context, route);
  const read = await readInput(context, route);
  try {
    return await act(ground, route, actor, read);
  } catch (error) {
    if (!wasSentTwiceAtOnce(error) || route.input.body === 'form') throw error;
    return await act(ground, route, actor, read);
  }
}

/** The twin of a request with the same idempotency key committed first; asked again, it finds the answer. */
const wasSentTwiceAtOnce = (error: unknown) =>
  error instanceof Refused && error.refusal.kind === 'conflict' && error.refusal.because === 'sent-twice-at-once';

async function act(
  ground: Ground,
  route: AnyRoute,
  actor: Actor,
  read: Awaited<ReturnType<typeof readInput>>,
): Promise<Response> {
  const prepared = await route.prepare?.(ground, { ...read, prepared: undefined }, actor);
  const input = { ...read, prepared };
  const answer = await ground.database.withActor(actor, async (tx) => {
    if (!(await route.permission.check(tx, input, ground))) throw new Refused({ kind: 'not-allowed' });
    if ('act' in route.audit) {
      const { act, recordKind, recordId, facts } = route.audit;
      const reason = route.method === 'GET' ? await route.permission.reason?.(tx, input, ground) : undefined;
      const told = { ...facts?.(input), ...(reason === undefined ? {} : { reason }) };
      await recordAct(tx, ground, { act, recordKind, recordId: recordId(input), facts: told });
    }
    return await route.handle(tx, input, ground);
  });
  route.after?.(ground);
  return respond(route, answer);
}

function respond(route: AnyRoute, answer: unknown): Response {
  if (answer instanceof Response) return answer;
  const status = route.status ?? 200;
  if (route.answer === 'nothing') return new Response(null, { status: 204 });
  if (!(route.answer instanceof z.ZodType)) throw new Error(`route ${route.path} must answer with a Response`);
  return Response.json(answer, { status });
}
