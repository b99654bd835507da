import { anyOf } from '../../platform/db/any-of.ts';
import type { NarrativeSource } from '../../platform/search/index.ts';
import { personSpot } from '../people/write-person.ts';
import { caseSpot, placeOf, statementSpot } from '../sealing.ts';

/** Titles, summaries, statements and people of the cases on whose team this person is. */
export const caseNarratives: NarrativeSource = {
  kind: 'case',
  async ids(tx, _ground, { before, limit }) {
    const me = tx.actor.personId;
    const cases = tx.sql
      .selectFrom('cases')
      .select('id')
      .where((is) =>
        is.or([
          is('leadId', '=', me),
          is('deputyId', '=', me),
          is(
            'id',
            'in',
            is
              .selectFrom('caseMembers')
              .select('caseId')
              .where('personId', '=', me)
              .where('part', '=', 'member')
              .where('leftAt', 'is', null),
          ),
        ]),
      );
    const rows = await (before === null ? cases : cases.where('id', '<', before))
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ id }) => id);
  },
  async load(tx, ids) {
    if (ids.length === 0) return [];
    const { communityId } = tx.actor;
    const cases = await tx.sql
      .selectFrom('cases')
      .select(['id', 'number', 'content'])
      .where('id', '=', anyOf(ids))
      .execute();
    const statements = await tx.sql
      .selectFrom('statements')
      .select(['id', 'caseId', 'content'])
      .where('caseId', '=', anyOf(ids))
      .execute();
    const people = await tx.sql
      .selectFrom('casePeople')
      .select(['id', 'caseId', 'content'])
      .where('caseId', '=', anyOf(ids))
      .execute();
    const written = Map.groupBy(statements, ({ caseId }) => caseId);
    const known = Map.groupBy(people, ({ caseId }) => caseId);
    return cases.map(({ id, number, content }) => ({
      id,
      number,
      parts: [
        { place: placeOf(caseSpot(communityId, id)), sealed: content },
        ...(written.get(id) ?? []).map((statement) => ({
          place: placeOf(statementSpot(communityId, id, statement.id)),
          sealed: statement.content,
        })),
        ...(known.get(id) ?? []).map((person) => ({
          place: placeOf(personSpot(communityId, id, person.id)),
          sealed: person.content,
        })),
      ],
    }));
  },
};
