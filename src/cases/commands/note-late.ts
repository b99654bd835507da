import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { type MailTemplate, postMail } from '../../platform/mail/index.ts';

type Note = {
  act: string;
  mail: MailTemplate;
  /** Whom it is told; nobody twice. */
  people: Iterable<string>;
  facts?: Record<string, string | number>;
};

/** Writes into the log that something of a case climbs, and tells each of these people by a mail that names its number alone. */
export async function noteLate(
  tx: Tx,
  ground: Ground,
  about: { caseId: string; number: string },
  { act, mail, people, facts = {} }: Note,
): Promise<void> {
  await recordAct(tx, ground, { act, recordKind: 'case', recordId: about.caseId, facts });
  for (const person of new Set(people)) await postMail(tx, ground, person, mail, { number: about.number });
}
