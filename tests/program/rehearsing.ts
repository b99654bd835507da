import { Refused } from '../../src/platform/errors.ts';
import { type AnyRoute, route } from '../../src/platform/http/route.ts';

/** What a rehearsed act answers when it worked. */
export const rehearsed = 429;

/**
 * Every door as it is, except that from `begin` on an act which worked is taken back before its commit: nothing that one
 * request does is seen by the next, and each can be asked of the same records.
 */
export function rehearsal(): { routes(routes: readonly AnyRoute[]): AnyRoute[]; begin(): void } {
  let hasBegun = false;
  const rehearse = (each: AnyRoute): AnyRoute =>
    route({
      ...each,
      async handle(tx, input, ground) {
        const answer = await each.handle(tx, input, ground);
        if (!hasBegun) return answer;
        if (answer instanceof Response) await answer.body?.cancel();
        if (answer instanceof Response && answer.status >= 400) return new Response(null, answer);
        throw new Refused({ kind: 'too-fast', retryAfterSeconds: 1 });
      },
    });
  return {
    routes: (routes) => routes.map(rehearse),
    begin: () => {
      hasBegun = true;
    },
  };
}
