import { type Actor, hasRole, isPerson } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Permission } from '../platform/http/route.ts';
import { holdsRecordKey } from '../platform/keys/index.ts';
import { type Policy, permits } from '../platform/policy/policy.ts';
import { recusedFrom } from './team/recused.ts';

export type CasePermission =
  | 'see-own-cases'
  | 'see-my-day'
  | 'see-oversight'
  | 'open-case'
  | 'add-statement'
  | 'direct-case'
  | 'hand-over-case'
  | 'close-case'
  | 'reopen-case'
  | 'move-action'
  | 'answer-offer'
  | 'set-standards'
  | 'set-groups'
  | 'bring-in-cases'
  | 'see-subject-requests'
  | 'rate-concern'
  | 'recuse'
  | 'share-case'
  | 'open-shared-view'
  | 'read-partner-view'
  | 'read-extract';

/** How the actor stands to a case, to one of its actions, or to an offer. */
export type CaseRelation = {
  part: 'lead' | 'deputy' | 'member' | 'consultant' | 'none';
  holdsKey: boolean;
  isAssignee: boolean;
  isOfferedIt: boolean;
  isRecused: boolean;
  /** Of an extract: it was given to them and has not ended. */
  isGivenIt: boolean;
};

const parts =
  (...allowed: CaseRelation['part'][]) =>
  (actor: Actor, relation: CaseRelation) =>
    isPerson(actor) && relation.holdsKey && allowed.includes(relation.part);

export const casePolicy: Policy<CasePermission, CaseRelation> = {
  sentences: [
    { who: 'everybody who holds link and code', may: ['open-shared-view'], when: () => true },
    { who: 'every member', may: ['see-own-cases', 'see-my-day'], when: isPerson },
    { who: 'the member to whom it was given', may: ['read-partner-view'], when: isPerson },
    {
      who: 'overseers and coordinators',
      may: ['see-oversight'],
      when: (actor) => hasRole(actor, 'overseer', 'coordinator'),
    },
    {
      who: 'coordinators',
      may: ['set-standards', 'bring-in-cases'],
      when: (actor) => hasRole(actor, 'coordinator'),
    },
    {
      who: 'coordinators and custodians',
      may: ['set-groups'],
      when: (actor) => hasRole(actor, 'coordinator', 'custodian'),
    },
    {
      who: 'custodians, coordinators and overseers: numbers and dates, no content',
      may: ['see-subject-requests'],
      when: (actor) => hasRole(actor, 'custodian', 'coordinator', 'overseer'),
    },
    {
      who: 'the team of the case',
      may: ['open-case', 'add-statement', 'rate-concern', 'recuse'],
      when: parts('lead', 'deputy', 'member'),
    },
    {
      who: 'whoever is offered the lead',
      may: ['open-case', 'answer-offer'],
      when: (actor, relation) => isPerson(actor) && relation.holdsKey && relation.isOfferedIt,
    },
    {
      who: 'the consultant to whom it was given, until it is taken back',
      may: ['read-extract'],
      when: (actor, relation) => isPerson(actor) && relation.holdsKey && relation.isGivenIt,
    },
    { who: 'lead and deputy', may: ['direct-case', 'move-action', 'share-case'], when: parts('lead', 'deputy') },
    { who: 'the lead', may: ['hand-over-case', 'close-case', 'reopen-case'], when: parts('lead') },
    { who: 'the deputy of a closed case', may: ['reopen-case'], when: parts('deputy') },
    {
      who: 'the assignee and the team',
      may: ['move-action'],
      when: (actor, relation) =>
        parts('member')(actor, relation) || (isPerson(actor) && relation.holdsKey && relation.isAssignee),
    },
  ],
  forbids: [
    {
      who: 'whoever is recused from the case, whatever their roles and their part',
      may: [
        'open-case',
        'add-statement',
        'direct-case',
        'hand-over-case',
        'close-case',
        'reopen-case',
        'move-action',
        'answer-offer',
        'rate-concern',
        'recuse',
        'share-case',
        'read-extract',
      ],
      when: (_, relation) => relation.isRecused,
    },
  ],
};

const nothing: CaseRelation = {
  part: 'none',
  holdsKey: false,
  isAssignee: false,
  isOfferedIt: false,
  isRecused: false,
  isGivenIt: false,
};

/** Whether an actor may do what hangs on their roles alone. */
export const mayNow = (actor: Actor, name: CasePermission): boolean => permits(casePolicy, actor, name, nothing);

/** The policy's answer as a route's permission; `relate` looks up how the actor stands, null where there is no such record. */
export function may<Input>(
  name: CasePermission,
  relate: (tx: Tx, input: Input) => Promise<CaseRelation | null> = async () => nothing,
): Permission<Input> {
  return {
    name,
    open: name === 'open-shared-view',
    async check(tx, input) {
      const relation = await relate(tx, input);
      return relation !== null && permits(casePolicy, tx.actor, name, relation);
    },
    async reason(tx, input) {
      const relation = await relate(tx, input);
      return relation?.isOfferedIt && relation.part === 'none' ? 'offered-the-lead' : (relation?.part ?? 'none');
    },
  };
}

/** How the actor stands to this case. The same questions are asked whether it exists or not: waiting tells nothing. */
export async function relationToCase(tx: Tx, id: string): Promise<CaseRelation | null> {
  const { actor } = tx;
  if (!isPerson(actor)) return null;
  const row = await tx.sql.selectFrom('cases').select(['leadId', 'deputyId']).where('id', '=', id).executeTakeFirst();
  const offer = await tx.sql
    .selectFrom('handOverOffers')
    .select('id')
    .where('caseId', '=', id)
    .where('toId', '=', actor.personId)
    .where('state', '=', 'open')
    .limit(1)
    .executeTakeFirst();
  const onTeam = await partOnTeam(tx, id, actor.personId);
  const holdsKey = await holdsRecordKey(tx, actor.personId, id);
  const isRecused = (await recusedFrom(tx, id)).has(actor.personId);
  if (!row) return null;
  const part = row.leadId === actor.personId ? 'lead' : row.deputyId === actor.personId ? 'deputy' : onTeam;
  return { ...nothing, part, holdsKey, isOfferedIt: offer !== undefined, isRecused };
}

async function partOnTeam(tx: Tx, caseId: string, personId: string): Promise<CaseRelation['part']> {
  const member = await tx.sql
    .selectFrom('caseMembers')
    .select('part')
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .executeTakeFirst();
  return (member?.part as 'member' | 'consultant' | undefined) ?? 'none';
}

/** How the actor stands to an action of this case. */
export async function relationToAction(tx: Tx, caseId: string, actionId: string): Promise<CaseRelation | null> {
  const { actor } = tx;
  const action = await tx.sql
    .selectFrom('actions')
    .select('assigneeId')
    .where('id', '=', actionId)
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  const relation = await relationToCase(tx, caseId);
  return relation && action
    ? { ...relation, isAssignee: isPerson(actor) && action.assigneeId === actor.personId }
    : null;
}

/** How the actor stands to an offer: only the one to whom it was made is offered it. */
export async function relationToOffer(tx: Tx, offerId: string): Promise<CaseRelation | null> {
  const { actor } = tx;
  const offer = await tx.sql
    .selectFrom('handOverOffers')
    .select(['caseId', 'toId'])
    .where('id', '=', offerId)
    .executeTakeFirst();
  if (!isPerson(actor)) return null;
  const holdsKey = await holdsRecordKey(tx, actor.personId, offer?.caseId ?? offerId);
  const isRecused = (await recusedFrom(tx, offer?.caseId ?? offerId)).has(actor.personId);
  return offer ? { ...nothing, holdsKey, isRecused, isOfferedIt: offer.toId === actor.personId } : null;
}

/** How the actor stands to an extract: it is there for its reader, until it ends; for everybody else there is none. */
export async function relationToExtract(tx: Tx, { path }: { path: { id: string } }): Promise<CaseRelation | null> {
  const { actor } = tx;
  if (!isPerson(actor)) return null;
  const row = await tx.sql
    .selectFrom('extracts')
    .select(['caseId', 'readerId', 'endedAt'])
    .where('id', '=', path.id)
    .executeTakeFirst();
  const holdsKey = await holdsRecordKey(tx, actor.personId, path.id);
  const isRecused = (await recusedFrom(tx, row?.caseId ?? path.id)).has(actor.personId);
  const isGivenIt = row !== undefined && row.readerId === actor.personId && row.endedAt === null;
  return row ? { ...nothing, part: 'consultant', holdsKey, isRecused, isGivenIt } : null;
}
