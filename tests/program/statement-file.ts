import { addStatementFiles } from '../../src/cases/statements/statement-files.ts';
import type { Program } from './program.ts';
import type { HeldSession } from './sessions.ts';

export type StatementFile = { statement: string; file: string };

/** Records a statement with one picture on it, which costs no conversion here; gives both their ids. */
export async function statementWithPicture(program: Program, by: HeldSession, id: string): Promise<StatementFile> {
  const body = { kind: 'seen', words: 'A list on a desk.', source: 'A teacher' };
  const answer = await by.call('POST', `/api/v1/cases/${id}/statements`, body);
  const statement = (answer.body as { statements: { id: string }[] }).statements.at(-1)!.id;
  const { ground } = program;
  await ground.database.withActor(by.person, (tx) =>
    addStatementFiles(tx, ground, id, statement, [{ bytes: Buffer.from('pixels') }]),
  );
  const { rows } = await program.databases.owner.query('select id from statement_files where statement_id = $1', [
    statement,
  ]);
  return { statement, file: rows[0].id };
}
