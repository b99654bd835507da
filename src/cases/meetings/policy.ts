import { type Actor, hasRole, isPerson } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Permission } from '../../platform/http/route.ts';
import { type Policy, permits } from '../../platform/policy/policy.ts';
import { type CaseRelation, relationToCase } from '../policy.ts';

type MeetingPermission =
  | 'call-meeting'
  | 'see-meetings'
  | 'open-meeting'
  | 'chair-meeting'
  | 'bring-case'
  | 'write-minutes';

/** How the actor stands to a meeting, and to the case of it that is spoken of. */
type MeetingRelation = {
  isChair: boolean;
  isAsked: boolean;
  isPresent: boolean;
  ofCase: Pick<CaseRelation, 'part' | 'holdsKey' | 'isRecused'>;
};

const noCase: MeetingRelation['ofCase'] = { part: 'none', holdsKey: false, isRecused: false };
const nothing: MeetingRelation = { isChair: false, isAsked: false, isPresent: false, ofCase: noCase };
const isOfTeam = ({ ofCase }: MeetingRelation) => ofCase.holdsKey && ['lead', 'deputy', 'member'].includes(ofCase.part);

const meetingPolicy: Policy<MeetingPermission, MeetingRelation> = {
  sentences: [
    { who: 'every member', may: ['see-meetings'], when: isPerson },
    {
      who: 'coordinators, duty officers and team members',
      may: ['call-meeting'],
      when: (actor) => hasRole(actor, 'coordinator', 'duty-officer', 'team-member'),
    },
    {
      who: 'whoever was asked to the meeting, and coordinators',
      may: ['open-meeting'],
      when: (actor, relation) => relation.isAsked || hasRole(actor, 'coordinator'),
    },
    {
      who: 'whoever chairs the meeting, and coordinators where the chair cannot',
      may: ['chair-meeting'],
      when: (actor, relation) => relation.isChair || hasRole(actor, 'coordinator'),
    },
    {
      who: 'the team of a case, of those who are in the meeting',
      may: ['bring-case', 'write-minutes'],
      when: (_, relation) => relation.isPresent && isOfTeam(relation),
    },
  ],
  forbids: [
    {
      who: 'whoever is recused from the case',
      may: ['bring-case', 'write-minutes'],
      when: (_, relation) => relation.ofCase.isRecused,
    },
  ],
};

const mayOf = (actor: Actor, name: MeetingPermission, relation: MeetingRelation) =>
  permits(meetingPolicy, actor, name, relation);

/** The policy's answer as a route's permission; `relate` looks up how the actor stands, null where there is no such meeting. */
export const may = <Input>(
  name: MeetingPermission,
  relate: (tx: Tx, input: Input) => Promise<MeetingRelation | null> = async () => nothing,
): Permission<Input> => ({
  name,
  open: false,
  async check(tx, input) {
    const relation = await relate(tx, input);
    return relation !== null && mayOf(tx.actor, name, relation);
  },
  async reason(tx, input) {
    const relation = await relate(tx, input);
    return relation?.isChair ? 'chair' : relation?.isAsked ? 'asked-to-the-meeting' : 'coordinator';
  },
});

/** How the actor stands to this meeting and, where one is named, to a case. */
export async function relationToMeeting(tx: Tx, id: string, caseId?: string): Promise<MeetingRelation | null> {
  const { actor } = tx;
  if (!isPerson(actor)) return null;
  const row = await tx.sql.selectFrom('meetings').select('chairId').where('id', '=', id).executeTakeFirst();
  const asked = await tx.sql
    .selectFrom('meetingAttendance')
    .select('isPresent')
    .where('meetingId', '=', id)
    .where('personId', '=', actor.personId)
    .executeTakeFirst();
  const ofCase = caseId === undefined ? noCase : await relationToCase(tx, caseId);
  if (!row || !ofCase) return null;
  return {
    isChair: row.chairId === actor.personId,
    isAsked: asked !== undefined,
    isPresent: asked?.isPresent ?? false,
    ofCase,
  };
}
