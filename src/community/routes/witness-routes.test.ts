import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { type HeldSession, sessionOf } from '../../../tests/program/sessions.ts';
import { verifierKeyOf, verifyCheckpoint } from '../../platform/audit/tree/index.ts';
import { ownWitnessKey } from '../../platform/audit/witness/index.ts';
import type { Witnesses } from '../contract/witnesses.ts';

let program: Program;
let administrator: HeldSession;
beforeAll(async () => {
  program = await startProgram();
  administrator = await sessionOf(program, program.actors.coordinator);
});
afterAll(() => program.close());

const call = async (method: string, path: string, body?: object) => {
  const answer = await administrator.call(method, `/api/v1/${path}`, body);
  return { status: answer.status, said: answer.body as Witnesses & { fields?: Record<string, string> } };
};
const key = () => ownWitnessKey(program.ground.keyStore);
const address = 'https://partner.example/api/v1/witness';

describe('the doors of the witnesses', () => {
  it('adds a witness, says that it has seen nothing yet, and shows it nothing any more once it is removed', async () => {
    const added = await call('POST', 'witnesses', { address, key: key() });
    const [witness] = added.said.witnesses;
    const removed = await call('POST', 'witnesses/removal', { name: witness!.name });

    expect(witness).toMatchObject({ address, seenAt: null, trouble: null });
    expect(removed.said.witnesses).toEqual([]);
    const { rows } = await program.databases.owner.query(
      "select act from audit_entries where act like 'witness-%' order by act",
    );
    expect(rows.map(({ act }) => act)).toEqual(['witness-added', 'witness-removed']);
  });

  it('refuses a mistyped key and an address that is none, each beside its field', async () => {
    const mistyped = await call('POST', 'witnesses', { address, key: key().slice(0, -4) });
    const nowhere = await call('POST', 'witnesses', { address: 'partner', key: key() });
    const noLog = await call('POST', 'watched-logs', { key: 'forestall/none' });

    expect([mistyped, nowhere, noLog].map(({ status, said }) => [status, Object.keys(said.fields ?? {})])).toEqual([
      [400, ['key']],
      [400, ['address']],
      [400, ['key']],
    ]);
  });

  it('shows the newest head with the key that verifies it, for a sheet that is kept elsewhere', async () => {
    await program.sequence();
    await program.checkpoint();

    const { log } = (await call('GET', 'witnesses')).said;

    expect(verifyCheckpoint(log.head!.note, log.key)).toMatchObject({ size: log.head!.size });
    expect(log.head!.size).toBeGreaterThan(1);
  });

  it('says where a witness has trouble, and watches another installation’s log', async () => {
    await call('POST', 'witnesses', { address, key: key() });
    await program.databases.owner.query(
      `insert into witness_standings (community_id, witness, trouble, trouble_since) select $1, name, 'unreachable', now() from witnesses`,
      [program.communityId],
    );
    const other = verifierKeyOf('forestall/another', program.ground.keyStore.checkpointKey.publicKey);

    const { said } = await call('POST', 'watched-logs', { key: other });

    expect(said.witnesses).toMatchObject([{ trouble: 'unreachable' }]);
    expect(said.watched).toMatchObject([{ origin: 'forestall/another', size: 0, doubt: null }]);
  });

  it('is closed to everybody who does not run the installation', async () => {
    const duty = await sessionOf(program, program.actors.duty);

    const answers = [
      await duty.call('GET', '/api/v1/witnesses'),
      await duty.call('POST', '/api/v1/witnesses', { address, key: key() }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });
});
