import { cosignHead, witnessKeyOf } from '../platform/audit/witness/index.ts';
import { Refused } from '../platform/errors.ts';
import type { Permission } from '../platform/http/route.ts';
import { type AnyRoute, route } from '../platform/http/route.ts';

const bytesAtMost = 16 * 1024;

/** Anybody may show a head: what counts is whose signature it bears and what it follows from. */
const mayShowAHead: Permission<unknown> = { name: 'show-a-head', open: true, check: async () => true };

/** Where other installations show the heads of their logs (C2SP tlog-witness). */
export const witnessRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/v1/witness/add-checkpoint',
    summary: 'Show the head of a log that this installation witnesses; answers with a cosignature',
    permission: mayShowAHead,
    audit: { none: 'about no record and no person here; the head and any doubt about it are kept' },
    input: { path: null, query: null, body: 'form' },
    answer: 'bytes',
    prepare: (_, { body }) => shortText(body),
    async handle(tx, { prepared }, ground) {
      const witness = { key: witnessKeyOf(ground.keyStore), clock: ground.clock };
      const { status, text } = await cosignHead(tx.sql, witness, prepared);
      const type = status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8';
      return new Response(text, { status, headers: { 'content-type': type } });
    },
  }),
];

async function shortText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesAtMost) throw new Refused({ kind: 'too-large' });
  const text = await request.text();
  if (text.length > bytesAtMost) throw new Refused({ kind: 'too-large' });
  return text;
}
