import { deskAt } from '../community/index.ts';
import { type Actor, hasRole, isPerson } from '../platform/actor.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Ground } from '../platform/ground.ts';
import type { Permission } from '../platform/http/route.ts';
import { holdsRecordKey, keptOutOf } from '../platform/keys/index.ts';
import { type Policy, permits } from '../platform/policy/policy.ts';

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
  | 'accept-handover';

/** How the actor stands to a report: whether a copy of its key is theirs, how they came by it, and whether they are kept out. */
export type ReportRelation = { holdsKey: boolean; isAccountable: boolean; isResponsible: boolean; isKeptOut: boolean };

const onTheDesk = (actor: Actor) => hasRole(actor, 'duty-officer', 'coordinator');
const withKey = (actor: Actor, relation: ReportRelation) => isPerson(actor) && relation.holdsKey;

export const reportPolicy: Policy<ReportPermission, ReportRelation> = {
  sentences: [
    { who: 'everybody', may: ['report-a-concern', 'open-own-receipt'], when: () => true },
    { who: 'the duty desk', may: ['see-triage', 'enter-report'], when: onTheDesk },
    { who: 'whoever holds a key to the report', may: ['open-report'], when: withKey },
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
      may: ['open-report', 'answer-reporter', 'decide-report'],
      when: (actor, relation) => hasRole(actor, 'overseer') && !relation.holdsKey,
    },
  ],
};

const openPermissions: readonly ReportPermission[] = ['report-a-concern', 'open-own-receipt'];
const nobody: ReportRelation = { holdsKey: false, isAccountable: false, isResponsible: false, isKeptOut: false };

/** The policy's answer as a route's permission; with `reportOf`, the actor's relation to that report is looked up first. */
export function may<Input>(
  name: ReportPermission,
  relate: (tx: Tx, input: Input, ground: Ground) => Promise<ReportRelation | null> = async () => nobody,
): Permission<Input> {
  return {
    name,
    open: openPermissions.includes(name),
    async check(tx, input, ground) {
      const relation = await relate(tx, input, ground);
      return relation !== null && permits(reportPolicy, tx.actor, name, relation);
    },
    async reason(tx, input, ground) {
      const relation = await relate(tx, input, ground);
      return relation?.isResponsible ? 'responsible' : await assignmentOnTheDesk(tx, ground);
    },
  };
}

/** By which assignment somebody reads a report that is not theirs: on shift, by role, or for a case that rests on it. */
async function assignmentOnTheDesk(tx: Tx, ground: Ground): Promise<string> {
  const { actor } = tx;
  const { shift, isOnDuty } = await deskAt(tx, ground.clock.now());
  if (isPerson(actor) && isOnDuty && shift?.officerId === actor.personId) return 'officer-on-duty';
  if (isPerson(actor) && isOnDuty && shift?.secondId === actor.personId) return 'second-on-duty';
  const role = ['coordinator', 'custodian', 'duty-officer'].find((each) => hasRole(actor, each));
  return role === 'duty-officer' ? 'officer-off-duty' : (role ?? 'case-team');
}

/** How the actor stands to this report; null where it does not exist for this community, which takes as long to say. */
export async function relationToReport(tx: Tx, id: string): Promise<ReportRelation | null> {
  const { actor } = tx;
  if (!isPerson(actor)) return null;
  const report = await tx.sql.selectFrom('reports').select('responsibleId').where('id', '=', id).executeTakeFirst();
  const holdsKey = await holdsRecordKey(tx, actor.personId, id);
  const isKeptOut = (await keptOutOf(tx, id)).has(actor.personId);
  return report ? { ...nobody, holdsKey, isKeptOut, isResponsible: report.responsibleId === actor.personId } : null;
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
  return handover ? { ...nobody, holdsKey, isKeptOut, isAccountable: handover.accountableId === actor.personId } : null;
}
