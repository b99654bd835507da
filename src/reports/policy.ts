import { type Actor, hasRole, isPerson, type PersonActor } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import { Refused } from '../platform/errors.ts';
import type { Ground } from '../platform/ground.ts';
import type { Permission } from '../platform/http/route.ts';
import { holdsRecordKey, keptOutOf } from '../platform/keys/index.ts';
import { type Policy, permits } from '../platform/policy/policy.ts';
import { assignmentTo } from './reading/assignment.ts';
import { hasGivenReason } from './reading/give-reason.ts';

export type ReportPermission =
  | 'report-a-concern'
  | 'open-own-receipt'
  | 'enter-report'
  | 'see-triage'
  | 'open-report'
  | 'answer-reporter'
  | 'decide-report'
  | 'change-urgency'
  | 'arrange-desk'
  | 'link-reports'
  | 'reopen-report'
  | 'accept-handover'
  | 'give-reason';

/** How the actor stands to a report: whether a copy of its key is theirs, whether they sent it on, and whether they are kept out. */
export type ReportRelation = {
  /** Its id; empty where it is about no one report. */
  report: string;
  holdsKey: boolean;
  isAccountable: boolean;
  isKeptOut: boolean;
};

const onTheDesk = (actor: Actor) => hasRole(actor, 'duty-officer', 'coordinator');
const withKey = (actor: Actor, relation: ReportRelation) => isPerson(actor) && relation.holdsKey;

export const reportPolicy: Policy<ReportPermission, ReportRelation> = {
  sentences: [
    { who: 'everybody', may: ['report-a-concern', 'open-own-receipt'], when: () => true },
    { who: 'the duty desk', may: ['see-triage', 'enter-report'], when: onTheDesk },
    { who: 'whoever holds a key to the report', may: ['open-report', 'give-reason'], when: withKey },
    {
      who: 'the duty desk and those a report is sealed to',
      may: ['answer-reporter', 'decide-report', 'change-urgency', 'reopen-report', 'arrange-desk', 'link-reports'],
      when: (actor, relation) => withKey(actor, relation) && hasRole(actor, 'duty-officer', 'coordinator', 'custodian'),
    },
    {
      who: 'the duty desk and whoever is accountable for the handover',
      may: ['accept-handover'],
      when: (actor, relation) => withKey(actor, relation) && (onTheDesk(actor) || relation.isAccountable),
    },
  ],
  forbids: [
    {
      who: 'whoever is recused from the case that rests on the report, whatever their roles and their part',
      may: [
        'open-report',
        'give-reason',
        'answer-reporter',
        'decide-report',
        'change-urgency',
        'arrange-desk',
        'link-reports',
        'reopen-report',
        'accept-handover',
      ],
      when: (_, relation) => relation.isKeptOut,
    },
    {
      who: 'overseers, who see that things are done and not their content',
      may: ['open-report', 'give-reason', 'answer-reporter', 'decide-report'],
      when: (actor, relation) => hasRole(actor, 'overseer') && !relation.holdsKey,
    },
  ],
};

const openPermissions: readonly ReportPermission[] = ['report-a-concern', 'open-own-receipt'];
const nobody: ReportRelation = {
  report: '',
  holdsKey: false,
  isAccountable: false,
  isKeptOut: false,
};

/**
 * The policy's answer as a route's permission; with `relate`, the actor's relation to that report is looked up first. Whoever
 * may, but by none of their assignments, is asked for a reason before anything is shown or done.
 */
export function may<Input>(
  name: ReportPermission,
  relate: (tx: Tx, input: Input, ground: Ground) => Promise<ReportRelation | null> = async () => nobody,
): Permission<Input> {
  return {
    name,
    open: openPermissions.includes(name),
    async check(tx, input, ground) {
      const relation = await relate(tx, input, ground);
      if (relation === null || !permits(reportPolicy, tx.actor, name, relation)) return false;
      if (relation.report !== '' && name !== 'give-reason')
        await reasonFor(tx as Tx<PersonActor>, ground, relation.report);
      return true;
    },
    async reason(tx, input, ground) {
      const relation = await relate(tx, input, ground);
      return await reasonFor(tx as Tx<PersonActor>, ground, relation?.report ?? '');
    },
  };
}

/** The assignment by which somebody reads a report, or that they typed why; without either they are asked to. */
async function reasonFor(tx: Tx<PersonActor>, ground: Ground, report: string): Promise<string> {
  const assignment = await assignmentTo(tx, ground, report);
  if (assignment !== null) return assignment;
  if (await hasGivenReason(tx, ground, report)) return 'typed';
  throw new Refused({ kind: 'reason-needed' });
}

/** How the actor stands to this report; null where it does not exist for this community, which takes as long to say. */
export async function relationToReport(tx: Tx, id: string): Promise<ReportRelation | null> {
  const { actor } = tx;
  if (!isPerson(actor)) return null;
  const report = await tx.sql.selectFrom('reports').select('id').where('id', '=', id).executeTakeFirst();
  const holdsKey = await holdsRecordKey(tx, actor.personId, id);
  const isKeptOut = (await keptOutOf(tx, id)).has(actor.personId);
  return report ? { ...nobody, report: id, holdsKey, isKeptOut } : null;
}

/** How the actor stands to this handover; accountable is whoever sent it on. */
export async function relationToHandover(tx: Tx, id: string): Promise<ReportRelation | null> {
  const { actor } = tx;
  if (!isPerson(actor)) return null;
  const handover = await tx.sql
    .selectFrom('reportHandovers')
    .select(['accountableId', 'reportId'])
    .where('id', '=', id)
    .executeTakeFirst();
  const holdsKey = await holdsRecordKey(tx, actor.personId, handover?.reportId ?? id);
  const isKeptOut = (await keptOutOf(tx, handover?.reportId ?? id)).has(actor.personId);
  const isAccountable = handover?.accountableId === actor.personId;
  return handover ? { report: handover.reportId, holdsKey, isKeptOut, isAccountable } : null;
}
