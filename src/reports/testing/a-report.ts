import type { Actor } from '../../platform/actor.ts';
import type { Ground } from '../../platform/ground.ts';
import { prepareReport, receiveReport } from '../commands/receive-report.ts';
import { type ConcernInput, concern, type ReceiptAnswer } from '../contract.ts';

/** A report as a test needs it: told through the same command as any other. */
export async function aReport(
  ground: Ground,
  communityId: string,
  told: Partial<ConcernInput> = {},
): Promise<ReceiptAnswer & { id: string }> {
  const prepared = await prepareReport(ground);
  const actor: Actor = { kind: 'public', communityId };
  const parsed = concern.parse({ dangerNow: false, what: 'Something that somebody saw.', language: 'en', ...told });
  const answer = await ground.database.withActor(actor, (tx) => receiveReport(tx, ground, parsed, prepared, 'api'));
  return { ...answer, id: prepared.id };
}
