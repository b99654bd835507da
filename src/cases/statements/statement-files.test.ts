import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../tests/program/must.ts';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { type HeldSession, sessionOf } from '../../../tests/program/sessions.ts';
import type { OpenedCase } from '../contract.ts';
import { aCase } from '../testing/a-case.ts';

let program: Program;
let duty: HeldSession;
let second: HeldSession;
let custodian: HeldSession;
beforeAll(async () => {
  program = await startProgram();
  const { actors } = program;
  [duty, second, custodian] = (await Promise.all(
    [actors.duty, actors.second, actors.custodian].map((actor) => sessionOf(program, actor)),
  )) as [HeldSession, HeldSession, HeldSession];
});
afterAll(() => program.close());

const picture = async (name: string) => {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#246' } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });
};
const formOf = (files: readonly File[]) => {
  const form = new FormData();
  for (const file of files) form.append('images', file);
  return form;
};

/** A case with one statement, the consultant beside its team, and the address of that statement's pictures. */
async function aStatement() {
  const { id } = await aCase(program.ground, program.actors.duty, program.actors.second.personId);
  const at = `/api/v1/cases/${id}`;
  await must(duty.call('POST', `${at}/members`, { personId: program.actors.custodian.personId, part: 'consultant' }));
  const body = { kind: 'seen', words: 'A drawing on the door.', source: 'The caretaker' };
  const { statements } = await must<OpenedCase>(duty.call('POST', `${at}/statements`, body));
  return { id, at, files: `${at}/statements/${statements[0]!.id}/files` };
}
const shownOn = async (at: string) => (await must<OpenedCase>(duty.call('GET', at))).statements[0]!;

describe('pictures on a statement', () => {
  it('are made anew, and what is none is named; the words stand', async () => {
    const { at, files } = await aStatement();
    const script = new File(['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'], 'door.svg', {
      type: 'image/svg+xml',
    });

    const answer = await duty.call('POST', files, formOf([await picture('door.jpg'), script]));

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ added: 1, refused: [{ name: 'door.svg', because: 'not-taken' }] });
    const { words, files: kept } = await shownOn(at);
    expect([words, kept.length, kept[0]!.addedBy.name]).toEqual(['A drawing on the door.', 1, 'Dina Utyman']);
    const opened = await program.request('GET', `${files}/${kept[0]!.id}`, { headers: second.headers });
    const page = await must<OpenedCase>(second.call('GET', at));
    expect(JSON.stringify(page)).not.toContain('door.jpg');
    expect(opened.headers.get('content-type')).toBe('image/webp');
  });

  it('are opened by whoever reads the case, and each opening is on record', async () => {
    const { id, at, files } = await aStatement();
    await must(duty.call('POST', files, formOf([await picture('door.jpg')])));
    const { files: kept } = await shownOn(at);

    const statuses = [];
    for (const by of [second, custodian]) statuses.push((await by.call('GET', `${files}/${kept[0]!.id}`)).status);

    expect(statuses).toEqual([200, 404]);
    const entries = await program.databases.owner.query(
      "select actor_id from audit_entries where record_id = $1 and act = 'statement-file-opened'",
      [id],
    );
    expect(entries.rows).toEqual([{ actor_id: program.actors.second.personId }]);
  });

  it('are ten at most: of eleven none is taken, and the database says so too', async () => {
    const { at, files } = await aStatement();
    const ten = await Promise.all(Array.from({ length: 10 }, (_, index) => picture(`${index}.jpg`)));
    await must(duty.call('POST', files, formOf(ten)));

    const more = await duty.call('POST', files, formOf([await picture('eleven.jpg')]));

    expect([more.status, more.body]).toMatchObject([400, { fields: { images: 'ten-pictures-at-most' } }]);
    expect((await shownOn(at)).files).toHaveLength(10);
    const eleventh = program.databases.owner.query('update statement_files set position = 11 where position = 10');
    await expect(eleventh).rejects.toMatchObject({ constraint: 'ten_files_a_statement' });
  });

  it('are not put on a statement of another case', async () => {
    const one = await aStatement();
    const other = await aStatement();
    const astray = other.files.replace(other.id, one.id);

    const answer = await duty.call('POST', astray, formOf([await picture('door.jpg')]));

    expect(answer.status).toBe(404);
    expect((await shownOn(other.at)).files).toEqual([]);
  });

  it('leave the disk with their rows', async () => {
    const { at, files } = await aStatement();
    await must(duty.call('POST', files, formOf([await picture('door.jpg')])));
    const name = (await shownOn(at)).files[0]!.id;

    await program.databases.owner.query('delete from statement_files where id = $1', [name]);

    const queued = await program.databases.owner.query('select file_name from files_to_remove where file_name = $1', [
      name,
    ]);
    expect(queued.rowCount).toBe(1);
  });
});
