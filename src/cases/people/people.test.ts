import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { openRecordKey } from '../../platform/keys/index.ts';
import { closeCase } from '../closing/close-case.ts';
import { reopenCase } from '../closing/reopen-case.ts';
import { openCasePage } from '../queries/case-page.ts';
import { aCase } from '../testing/a-case.ts';
import { onCases } from '../testing/on-cases.ts';
import { linkPerson } from './link-person.ts';
import { peopleOf } from './people-of-case.ts';
import { identifyPerson, removePerson, writePerson } from './write-person.ts';

let program: Program;
let duty: PersonActor;
let other: PersonActor;
const { as } = onCases((started) => {
  program = started;
  ({ duty, coordinator: other } = started.actors);
});
const people = (id: string, actor = duty) => as(actor, (tx) => peopleOf(tx, program.ground, id));

/** A case of this lead with one person in it, who has a telephone. */
async function withSomebody(pseudonym: string, phone: string, lead = duty) {
  const { id, reportId } = await aCase(program.ground, lead, program.actors.second.personId);
  await as(lead, (tx) => writePerson(tx, program.ground, id, { part: 'subject', pseudonym }));
  const personId = (await people(id, lead)).people[0]!.id;
  await as(lead, (tx) =>
    identifyPerson(tx, program.ground, id, personId, { act: 'enter', field: 'phone', value: phone }),
  );
  return { id, personId, reportId };
}

const close = async (id: string, reason: 'no-concern' | 'resolved') => {
  const { version } = await as(duty, (tx) => openCasePage(tx, program.ground, id));
  await as(duty, (tx) =>
    closeCase(tx, program.ground, id, { version, reason, words: 'It came to nothing.', reopenTriggers: 'New words.' }),
  );
};
const link = (from: { id: string; personId: string }, otherId: string, kind: 'case' | 'report' = 'case', by = duty) =>
  as(by, (tx) => linkPerson(tx, program.ground, from.id, from.personId, { act: 'link', kind, otherId }));

describe('people of a case', () => {
  it('are known by a pseudonym first, and nothing of them stands in the clear', async () => {
    const { id, personId } = await withSomebody('Grey', '600 111 222');

    const { version } = (await people(id)).people[0]!;
    await as(duty, (tx) =>
      writePerson(tx, program.ground, id, { personId, version, part: 'subject', pseudonym: 'Grey', name: 'Nil Roca' }),
    );

    const [known] = (await people(id)).people;
    expect(known).toMatchObject({ pseudonym: 'Grey', name: 'Nil Roca', identifiers: [{ value: '600 111 222' }] });
    const stale = as(duty, (tx) =>
      writePerson(tx, program.ground, id, { personId, version, part: 'target', pseudonym: 'Blue' }),
    );
    await expect(stale).rejects.toMatchObject({ refusal: { because: 'changed-since-you-opened-it' } });
    const { rows } = await program.databases.owner.query('select * from case_people where id = $1', [personId]);
    expect(JSON.stringify(rows)).not.toContain('Grey');
    expect(Object.keys(rows[0])).not.toContain('part');
  });

  it('are shown as the same where the very same identifier stands, and only somebody links them', async () => {
    const one = await withSomebody('Rook', '600 222 333');
    const other = await withSomebody('Crow', '+34 600222333');

    const found = await people(one.id);
    await link(one, other.personId);
    const linked = await people(one.id);
    const seenThere = await people(other.id);
    await as(duty, (tx) =>
      linkPerson(tx, program.ground, other.id, other.personId, { act: 'undo', linkId: seenThere.links[0]!.id }),
    );

    expect(found).toMatchObject({ matches: [{ recordId: other.id, pseudonym: 'Crow', field: 'phone' }], links: [] });
    expect(linked).toMatchObject({ matches: [], links: [{ recordId: other.id, pseudonym: 'Crow' }] });
    expect(seenThere.links).toMatchObject([{ recordId: one.id, pseudonym: 'Rook', personId: other.personId }]);
    expect(await people(one.id)).toMatchObject({ links: [], matches: [{ recordId: other.id }] });
  });

  it('are linked to a report that names them', async () => {
    const one = await withSomebody('Heron', '600 333 999');
    const { reportId } = await aCase(program.ground, duty, program.actors.second.personId);

    await link(one, reportId, 'report');

    expect((await people(one.id)).links).toMatchObject([{ kind: 'report', recordId: reportId }]);
  });

  it('are never come upon in a case that closed as no concern, until it is opened again', async () => {
    const unfounded = await withSomebody('Gull', '600 555 666');
    const later = await withSomebody('Tern', '600 555 666');
    await link(later, unfounded.personId);
    await close(unfounded.id, 'no-concern');

    const hidden = await people(later.id);
    const again = link(later, unfounded.personId);
    await expect(again).rejects.toMatchObject({ refusal: { kind: 'not-found' } });
    const { version } = await as(duty, (tx) => openCasePage(tx, program.ground, unfounded.id));
    const nextReviewAt = new Date(program.clock.now().getTime() + 86_400_000).toISOString();
    await as(duty, (tx) =>
      reopenCase(tx, program.ground, unfounded.id, { version, words: 'Something new.', nextReviewAt }),
    );

    expect(hidden).toMatchObject({ matches: [], links: [], askCoordinator: false });
    expect((await people(later.id)).links).toMatchObject([{ recordId: unfounded.id }]);
  });

  it('ask a closed case whether it opens again once somebody of it is linked to an open one, until that is taken back', async () => {
    const closed = await withSomebody('Stork', '600 121 212');
    const open = await withSomebody('Crane', '600 121 212');
    await close(closed.id, 'resolved');
    const asked = async () =>
      (await as(duty, (tx) => openCasePage(tx, program.ground, closed.id))).reopeningQuestions.map(
        ({ why, askedOf, answer }) => [why, askedOf?.id, answer],
      );

    await link(open, closed.personId);
    const once = await asked();
    const { links } = await people(open.id);
    await as(duty, (tx) =>
      linkPerson(tx, program.ground, open.id, open.personId, { act: 'undo', linkId: links[0]!.id }),
    );

    expect(once).toEqual([['same-person', duty.personId, null]]);
    expect(await asked()).toEqual([]);
  });

  it('ask the closed cases that rest on a report which names somebody of an open one, and none that was no concern', async () => {
    const settled = await withSomebody('Plover', '600 131 313');
    const unfounded = await withSomebody('Dunlin', '600 141 414');
    const open = await withSomebody('Avocet', '600 151 515');
    await close(settled.id, 'resolved');
    await close(unfounded.id, 'no-concern');

    for (const { reportId } of [settled, unfounded]) await link(open, reportId, 'report');

    const { rows } = await program.databases.owner.query(
      'select case_id from reopening_questions where case_id in ($1, $2)',
      [settled.id, unfounded.id],
    );
    expect(rows).toEqual([{ case_id: settled.id }]);
    const page = await as(duty, (tx) => openCasePage(tx, program.ground, settled.id));
    expect(page.reopeningQuestions).toMatchObject([{ why: 'same-person', reportNumber: null, answer: null }]);
  });

  it('are matched from an open case only', async () => {
    const one = await withSomebody('Finch', '600 777 888');
    await withSomebody('Swift', '600 777 888');

    await close(one.id, 'resolved');

    expect((await people(one.id)).matches).toEqual([]);
  });

  it('leave the case with their identifiers and links', async () => {
    const one = await withSomebody('Robin', '600 999 000');
    const other = await withSomebody('Dove', '600 999 000');
    await link(one, other.personId);

    await as(duty, (tx) => removePerson(tx, program.ground, one.id, one.personId));

    expect(await people(other.id)).toMatchObject({ matches: [], links: [], askCoordinator: false });
    const left = await program.databases.owner.query('select from identifiers where record_id = $1', [one.id]);
    expect(left.rowCount).toBe(0);
  });

  // Last, since the short tag of what is hidden may by chance fit what another test looks for.
  it('say no more than “ask the coordinator” of what one cannot open, and a link gives no right', async () => {
    const hidden = await withSomebody('Wren', '600 444 555', other);
    const mine = await withSomebody('Lark', '600 444 555');

    const found = await people(mine.id);
    const guessed = link(mine, hidden.personId);
    await expect(guessed).rejects.toMatchObject({ refusal: { kind: 'not-found' } });
    const key = await as(duty, (tx) => openRecordKey(tx, program.ground, hidden.id));

    expect(found).toMatchObject({ matches: [], links: [], askCoordinator: true });
    expect(JSON.stringify(found)).not.toContain(hidden.id);
    expect(key).toBeNull();
  });
});
