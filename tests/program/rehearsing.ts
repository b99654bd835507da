import { Refused } from '../../src/platform/errors.ts';
import { type AnyRoute, route } from '../../src/platform/http/route.ts';

/** What a rehearsed act answers when it worked. */
export const rehearsed = 429;

/** What a Response of a door's own holds, where it is JSON; a stream ends unread. */
async function read(answer: Response): Promise<unknown> {
  if (/^application\/(problem\+)?json/.test(answer.headers.get('content-type') ?? '')) return await answer.json();
  await answer.body?.cancel();
  return null;
}

/**
 * Every door as it is, except that from `begin` on an act which worked is taken back before its commit: nothing that one
 * request does is seen by the next, and each can be asked of the same records. What it would have answered is heard.
 */
export function rehearsal(hear: (answer: unknown) => void = () => {}): {
  routes(routes: readonly AnyRoute[]): AnyRoute[];
  begin(): void;
  /** From here on acts are kept again. */
  end(): void;
} {
  let hasBegun = false;
  const rehearse = (each: AnyRoute): AnyRoute =>
    route({
      ...each,
      async handle(tx, input, ground) {
        const answer = await each.handle(tx, input, ground);
        if (!hasBegun) return answer;
        hear(answer instanceof Response ? await read(answer) : answer);
        if (answer instanceof Response && answer.status >= 400) return new Response(null, answer);
        throw new Refused({ kind: 'too-fast', retryAfterSeconds: 1 });
      },
    });
  return {
    routes: (routes) => routes.map(rehearse),
    begin: () => {
      hasBegun = true;
    },
    end: () => {
      hasBegun = false;
    },
  };
}
