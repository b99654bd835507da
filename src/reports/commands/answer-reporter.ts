import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { reportKey } from '../queries/open-report.ts';
import { mailboxKeyOf } from '../sealing.ts';
import { addMessage } from './open-mailbox.ts';
import { lockReport } from './transitions.ts';

/** Writes an answer that only the reporter's receipt and the report's readers open. */
export async function answerReporter(
  tx: Tx<PersonActor>,
  ground: Ground,
  reportId: string,
  words: string,
): Promise<void> {
  const key = await reportKey(tx, ground, reportId);
  await lockReport(tx, reportId);
  await addMessage(tx, ground, reportId, mailboxKeyOf(key), words, tx.actor.personId);
  await tx.sql.updateTable('reports').set({ answeredAt: ground.clock.now() }).where('id', '=', reportId).execute();
  await recordAct(tx, ground, { act: 'reporter-answered', recordKind: 'report', recordId: reportId });
}
