import { membersById } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { toldByMail } from '../../platform/mail/index.ts';
import { pagesAbout } from '../../platform/paging/index.ts';
import { answerableFor } from '../commands/answerable-for.ts';
import type { Ladder } from '../contract.ts';
import { presentPerson } from '../present.ts';

const nextStep = { duty: 'second', second: 'coordinator', coordinator: 'coordinator' } as const;

type Climbing = {
  id: string;
  number: string;
  state: string;
  climbedTo: string;
  responsibleId: string;
  sealedPast: boolean;
  nextDueAt: Date | null;
};

/** Who was told of a report, when and by which way; who has opened it since; and to whom it goes next, and when. */
export async function ladderOf(tx: Tx, report: Climbing): Promise<Ladder> {
  const told = [...(await byMail(tx, report.number)), ...(await byTelephone(tx, report.id))];
  const opened = await openedBy(tx, report.id);
  const next = await nextOf(tx, report);
  const people = [...told, ...opened, ...(next ? [next] : [])].map(({ personId }) => personId);
  const names = await membersById(tx, people);
  return {
    told: told
      .toSorted((one, other) => one.at.getTime() - other.at.getTime())
      .map(({ personId, at, ...rest }) => ({ person: presentPerson(personId, names), at: at.toISOString(), ...rest })),
    opened: opened.map(({ personId, at }) => ({ person: presentPerson(personId, names), at: at.toISOString() })),
    next: next && { person: presentPerson(next.personId, names), to: next.to, at: next.at.toISOString() },
  };
}

const byMail = async (tx: Tx, number: string) =>
  (await toldByMail(tx, number)).map(({ personId, at, deliveredAt }) => ({
    personId,
    at,
    by: 'mail' as const,
    state: deliveredAt ? ('delivered' as const) : ('waiting' as const),
  }));

const byTelephone = async (tx: Tx, id: string) =>
  (await pagesAbout(tx, id)).map(({ personId, at, deliveredAt, gaveUpAt }) => ({
    personId,
    at,
    by: 'telephone' as const,
    state: deliveredAt ? ('delivered' as const) : gaveUpAt ? ('given-up' as const) : ('waiting' as const),
  }));

/** The first opening by each person, as the log has it. */
async function openedBy(tx: Tx, id: string): Promise<{ personId: string; at: Date }[]> {
  const rows = await tx.sql
    .selectFrom('auditEntries')
    .select((is) => ['actorId as personId', is.fn.min('at').as('at')])
    .where('recordId', '=', id)
    .where('act', '=', 'report-opened')
    .where('actorId', 'is not', null)
    .groupBy('actorId')
    .orderBy('at')
    .limit(50)
    .execute();
  return rows.flatMap(({ personId, at }) => (personId === null ? [] : [{ personId, at: new Date(at) }]));
}

async function nextOf(tx: Tx, report: Climbing) {
  if (report.state !== 'waiting' || report.nextDueAt === null) return null;
  const to = nextStep[report.climbedTo as keyof typeof nextStep];
  const personId = report.sealedPast
    ? report.responsibleId
    : (await answerableFor(tx, report.id, report.nextDueAt))[to];
  return { personId, to, at: report.nextDueAt };
}
