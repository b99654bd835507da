import { membersById } from '../../community/index.ts';
import type { Tx } from '../../platform/db/database.ts';
import { named } from '../present.ts';
import type { MeetingAhead } from './contract.ts';

const rowsAtMost = 200;

/** The meetings that are planned until then or run now, soonest first: those to which this person is asked, all where nobody is named. */
export async function meetingsAhead(tx: Tx, personId: string | null, until: Date): Promise<MeetingAhead[]> {
  const all = tx.sql
    .selectFrom('meetings')
    .select(['id', 'number', 'state', 'heldAt', 'chairId'])
    .where('state', 'in', ['planned', 'running'])
    .where('heldAt', '<=', until);
  const asked = tx.sql.selectFrom('meetingAttendance').select('meetingId').where('personId', '=', personId);
  const rows = await (personId === null ? all : all.where('id', 'in', asked))
    .orderBy('heldAt')
    .orderBy('id')
    .limit(rowsAtMost)
    .execute();
  const names = await membersById(
    tx,
    rows.map((row) => row.chairId),
  );
  return rows.map(({ chairId, state, heldAt, ...row }) => ({
    ...row,
    state: state as MeetingAhead['state'],
    heldAt: heldAt.toISOString(),
    chair: named(chairId, names),
  }));
}
