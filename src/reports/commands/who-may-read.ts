import { activeWithRoles, type Desk, type Member } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Recipient } from '../../platform/keys/index.ts';
import type { Concern } from '../contract.ts';

export type Readers = { sealedPast: boolean; recipients: Recipient[] };

/** Letters only, without accents or case, so that a name typed on a phone still meets the name in the list. */
const folded = (name: string) =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\s]/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean);

/** True if each word of the shorter name occurs in the other: "Ana Roca" is "Ana Maria Roca Vidal". */
export function mayBeTheSame(one: string, other: string): boolean {
  const [shorter, longer] = [folded(one), folded(other)].sort((a, b) => a.length - b.length) as [string[], string[]];
  return shorter.length > 0 && shorter.every((word) => longer.includes(word));
}

const asRecipient = (member: Member): Recipient => ({ id: member.id, kind: 'person', publicKey: member.publicKey });

/**
 * Who receives the key of a new report: the duty group; or, where it is about somebody who works here, coordinators and
 * custodians one by one and never the person named. Where that leaves nobody, the overseers: never nobody, never that person.
 */
export async function whoMayRead(tx: Tx, concern: Concern, desk: Desk): Promise<Readers> {
  if (concern.about !== 'somebody-who-works-here') return { sealedPast: false, recipients: [desk.group] };
  const isAnother = (member: Member) => !concern.staffName || !mayBeTheSame(concern.staffName, member.name);
  const first = (await activeWithRoles(tx, ['coordinator', 'custodian'])).filter(isAnother);
  const chosen =
    first.length > 0
      ? first
      : (await activeWithRoles(tx, ['overseer', 'leader', 'administrator', 'duty-officer'])).filter(isAnother);
  const last = chosen.length > 0 ? chosen : await activeWithRoles(tx, ['coordinator']);
  return { sealedPast: true, recipients: last.map(asRecipient) };
}
