import { describe, expect, it } from 'vitest';
import type { Program } from '../../../tests/program/program.ts';
import { peopleOf } from '../people/people-of-case.ts';
import { removePerson, writePerson } from '../people/write-person.ts';
import { onCases } from '../testing/on-cases.ts';
import { addStatement } from './add-statement.ts';

let program: Program;
const { as, opened, page } = onCases((started) => {
  program = started;
});

/** A case with these people, by pseudonym, and their ids in the same order. */
async function withPeople(...pseudonyms: string[]) {
  const id = await opened();
  const { duty } = program.actors;
  for (const pseudonym of pseudonyms)
    await as(duty, (tx) => writePerson(tx, program.ground, id, { part: 'family', pseudonym }));
  const { people } = await as(duty, (tx) => peopleOf(tx, program.ground, id));
  return { id, ids: people.map((person) => person.id) };
}
const say = (id: string, more: object) =>
  as(program.actors.duty, (tx) =>
    addStatement(tx, program.ground, id, {
      kind: 'told',
      words: 'They spoke at noon.',
      source: 'By telephone',
      ...more,
    }),
  );

describe('a statement that names people of the case', () => {
  it('shows them by the pseudonym that they have now, whom it names and who said it', async () => {
    const { id, ids } = await withPeople('Kestrel', 'Linnet');
    await say(id, { names: [ids[0]], saidBy: ids[1] });

    await as(program.actors.duty, (tx) =>
      writePerson(tx, program.ground, id, { personId: ids[0]!, version: 1, part: 'subject', pseudonym: 'Merlin' }),
    );

    const [statement] = (await page(id)).statements;
    expect(statement).toMatchObject({ names: [{ id: ids[0], pseudonym: 'Merlin' }], saidBy: { pseudonym: 'Linnet' } });
    const { rows } = await program.databases.owner.query('select s::text as row from statements s where case_id = $1', [
      id,
    ]);
    expect(JSON.stringify(rows)).not.toContain(ids[0]);
  });

  it('names nobody any more who was taken out of the case; the words stay', async () => {
    const { id, ids } = await withPeople('Kestrel');
    await say(id, { names: ids, saidBy: ids[0] });

    await as(program.actors.duty, (tx) => removePerson(tx, program.ground, id, ids[0]!));

    expect((await page(id)).statements).toMatchObject([{ words: 'They spoke at noon.', names: [], saidBy: null }]);
  });

  it('is refused beside its field where somebody is of another case', async () => {
    const { id } = await withPeople('Kestrel');
    const other = await withPeople('Heron');

    await expect(say(id, { names: other.ids })).rejects.toMatchObject({
      refusal: { fields: { names: 'not-of-this-case' } },
    });
    await expect(say(id, { saidBy: other.ids[0] })).rejects.toMatchObject({
      refusal: { fields: { saidBy: 'not-of-this-case' } },
    });
    expect((await page(id)).statements).toEqual([]);
  });
});
