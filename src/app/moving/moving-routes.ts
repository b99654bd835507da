import { PassThrough } from 'node:stream';
import { z } from 'zod';
import { communityOf, mayExportCommunity } from '../../community/index.ts';
import type { Ground } from '../../platform/ground.ts';
import { type AnyRoute, route } from '../../platform/http/route.ts';
import { exportCommunity } from './move-community.ts';

/** The passphrase is made of chance by the console, so that little work per guess suffices. */
const workFactor = 14;
const exportInput = z.strictObject({ passphrase: z.string().min(24).max(200) });

/** The archive as it is written, begun when somebody reads it; whoever goes away ends the work. */
async function* archiveOf(ground: Ground, communityId: string, passphrase: string): AsyncGenerator<Uint8Array> {
  const to = new PassThrough();
  const stop = new AbortController();
  const sealTo = { passphrase, workFactor };
  const work = exportCommunity(ground, communityId, { sealTo, to, signal: stop.signal }).catch((error: Error) => {
    if (!stop.signal.aborted) ground.log.error({ error: error.name }, 'an export was cut short');
    to.destroy(error);
  });
  try {
    yield* to;
  } finally {
    stop.abort();
    await work;
  }
}

/** Nothing is read ahead of whoever takes it. */
const asStream = (pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream(
    {
      async pull(into) {
        const { value, done } = await pieces.next();
        if (done) into.close();
        else into.enqueue(value);
      },
      cancel: () => void pieces.return(undefined),
    },
    { highWaterMark: 0 },
  );

/** The door by which a community takes all that it owns elsewhere. */
export const movingRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/v1/community-export',
    summary: 'Everything that the community owns, as one archive sealed under a passphrase',
    permission: mayExportCommunity,
    audit: { act: 'community-exported', recordKind: 'community', recordId: () => null },
    input: { path: null, query: null, body: exportInput },
    answer: 'stream',
    stepUp: true,
    async handle(tx, { body }, ground) {
      const { slug } = await communityOf(tx);
      const headers = {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="forestall-${slug}.age"`,
        'cache-control': 'no-store',
      };
      return new Response(asStream(archiveOf(ground, tx.actor.communityId, body.passphrase)), { headers });
    },
  }),
];
