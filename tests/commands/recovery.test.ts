import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveRecoveryCodes } from '../../src/community/commands/recovery-codes.ts';
import { must } from '../program/must.ts';
import { foundTestCommunity, type Program, password, startProgram } from '../program/program.ts';
import { sessionOf } from '../program/sessions.ts';
import { decide, reportConcern } from '../program/stage.ts';

let program: Program;
let recoveryKit: { halfA: string; halfB: string };
beforeAll(async () => {
  program = await startProgram();
  ({ recoveryKit } = await foundTestCommunity(program.ground, 'kit-town'));
});
afterAll(() => program.close());

const email = (key: string, town = 'test-town') => `${key}@${town}.example`;
const post = (path: string, body: object) => program.request('POST', `/api/v1/${path}`, { body });
const signIn = (address: string, words: string) => post('sign-in', { email: address, password: words });
const mailsTo = async (person: string, template: string) =>
  (
    await program.databases.owner.query('select 1 from mail_messages where person_id = $1 and template = $2', [
      person,
      template,
    ])
  ).rowCount;

describe('recover-by-code', () => {
  it('sets a new password once, loses nothing, ends every session and tells the person', async () => {
    const { duty } = program.actors;
    const codes = await program.ground.database.withoutCommunity((sql) =>
      giveRecoveryCodes(sql, program.ground, duty.personId, duty.keyPair.privateKey),
    );
    const before = await sessionOf(program, duty);
    const { id } = await reportConcern(program);
    const given = { email: email('duty'), code: codes[0]!.toLowerCase(), password: 'a new phrase of mine' };

    const answers = [await post('recovery/code', given), await post('recovery/code', given)];
    const old = await signIn(email('duty'), password);
    const signedIn = await program.request('POST', '/api/v1/sign-in', {
      body: { email: email('duty'), password: given.password },
    });
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    const opened = await program.request('GET', `/api/v1/reports/${id}`, { headers: { cookie } });

    expect(answers.map(({ status }) => status)).toEqual([200, 401]);
    expect([(await before.call('GET', '/api/v1/session')).status, old.status, opened.status]).toEqual([401, 401, 200]);
    expect(await mailsTo(duty.personId, 'password-changed')).toBe(1);
  });

  it('says the same of an unknown address, a wrong code and somebody who was suspended', async () => {
    const given = { code: 'ABCD-ABCD-ABCD-ABCD', password: 'a new phrase of mine' };

    const unknown = await post('recovery/code', { ...given, email: email('nobody') });
    const wrong = await post('recovery/code', { ...given, email: email('second') });

    expect(unknown.text).toBe(wrong.text);
    expect(unknown.body).toMatchObject({ kind: 'not-signed-in', because: 'wrong' });
  });
});

describe('recover-by-kit', () => {
  it('says which line was typed wrong, before it says anything about a person', async () => {
    const typed = recoveryKit.halfA.replace(/.$/m, (last) => (last === '0' ? '1' : '0'));
    const given = { email: email('member', 'kit-town'), password: 'a new phrase of mine' };

    const spoilt = await post('recovery/kit', { ...given, halfA: typed, halfB: recoveryKit.halfB });
    const swapped = await post('recovery/kit', { ...given, halfA: recoveryKit.halfB, halfB: recoveryKit.halfA });

    expect(spoilt.body).toMatchObject({ fields: { halfA: 'kit-line-1' } });
    expect(swapped.body).toMatchObject({ fields: { halfA: 'kit-wrong-half' } });
  });

  it('brings a person of this community back and nobody of another', async () => {
    const words = 'a new phrase of mine';

    const ours = await post('recovery/kit', { email: email('member', 'kit-town'), ...recoveryKit, password: words });
    const theirs = await post('recovery/kit', { email: email('member'), ...recoveryKit, password: words });

    expect([ours.status, theirs.status]).toEqual([200, 401]);
    expect((await signIn(email('member', 'kit-town'), words)).status).toBe(200);
  });
});

describe('recover-by-two', () => {
  async function ask(key: string) {
    const { link, number } = await must<{ link: string; number: string }>(
      post('recovery/requests', { email: email(key) }),
    );
    return { secret: link.split('#')[1]!, number };
  }
  const requestOf = async (person: string) =>
    (
      await program.databases.owner.query<{ id: string }>(
        'select id from recovery_requests where person_id = $1 order by asked_at desc limit 1',
        [person],
      )
    ).rows[0]!.id;

  it('lets two different others vouch, and shares what was lost as a colleague signs in', async () => {
    const { actors } = program;
    const [coordinator, custodian, duty] = await Promise.all([
      sessionOf(program, actors.coordinator),
      sessionOf(program, actors.custodian),
      sessionOf(program, actors.duty),
    ]);
    await must(coordinator.call('GET', '/api/v1/people'));
    const { id: report } = await reportConcern(program);
    const leaders = { leadId: actors.coordinator.personId, deputyId: actors.member.personId };
    const caseId = await decide(duty, report, { outcome: 'opened-case', title: 'A case', ...leaders });
    const { secret, number } = await ask('member');
    const id = await requestOf(actors.member.personId);
    const confirm = (by: typeof duty, said = number) =>
      by.call('POST', `/api/v1/recovery-requests/${id}/confirmations`, { number: said });
    const complete = () => post('recovery/requests/completion', { secret, password: 'a phrase after the fire' });

    const tooEarly = [await complete(), await confirm(coordinator, 'AAA-AAA'), await confirm(coordinator)];
    const sameTwice = await confirm(coordinator);
    const alone = await complete();
    const bySecond = await confirm(custodian);
    await program.sweep();
    const completed = await must<{ recoveryCodes: string[]; waiting: number }>(complete());
    const again = await complete();
    const signedIn = await signIn(email('member'), 'a phrase after the fire');
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    const open = () => program.request('GET', `/api/v1/cases/${caseId}`, { headers: { cookie } });
    const shut = await open();
    await must(coordinator.call('GET', '/api/v1/people'));
    const shared = await open();

    expect(tooEarly.map(({ status }) => status)).toEqual([404, 400, 200]);
    expect([sameTwice.status, alone.status, bySecond.status, again.status]).toEqual([409, 404, 200, 404]);
    expect([completed.recoveryCodes.length, completed.waiting]).toEqual([10, 2]);
    expect([shut.status, shared.status]).toEqual([404, 200]);
    expect(await mailsTo(actors.custodian.personId, 'recovery-asked')).toBe(1);
  });

  it('cannot be confirmed by the person, nor by one twice: the database says so too', async () => {
    const { personId } = program.actors.coordinator;
    const { number } = await ask('coordinator');
    const id = await requestOf(personId);
    const coordinator = await sessionOf(program, program.actors.coordinator);

    const oneself = await coordinator.call('POST', `/api/v1/recovery-requests/${id}/confirmations`, { number });
    const change = (by: string) =>
      program.databases.owner.query(
        'update recovery_requests set first_by = $2, first_at = asked_at, second_by = $2, second_at = asked_at where id = $1',
        [id, by],
      );

    expect(oneself.status).toBe(404);
    await expect(change(personId)).rejects.toMatchObject({ constraint: 'recovery_confirmed_by_two' });
    await expect(change(program.actors.duty.personId)).rejects.toMatchObject({
      constraint: 'recovery_confirmed_by_two',
    });
  });

  it('answers an unknown address as it answers a known one', async () => {
    const known = await post('recovery/requests', { email: email('second') });
    const nobody = await post('recovery/requests', { email: email('nobody') });
    const shape = ({ status, body }: typeof known) => [status, Object.keys(body as object)];

    expect(shape(nobody)).toEqual(shape(known));
    const secret = (nobody.body as { link: string }).link.split('#')[1]!;
    expect((await post('recovery/requests/open', { secret })).body).toMatchObject({ confirmations: 0 });
  });
});

describe('own account', () => {
  it('changes a password only with the present one, and keeps this session alone', async () => {
    const mine = await sessionOf(program, program.actors.overseer);
    const elsewhere = await sessionOf(program, program.actors.overseer);
    const change = (current: string) =>
      mine.call('POST', '/api/v1/password', { current, password: 'words of another day' });

    const refused = await change('not this one');
    const changed = await change(password);

    expect(refused.body).toMatchObject({ fields: { current: 'not-the-password' } });
    expect(changed.status).toBe(200);
    expect((await mine.call('GET', '/api/v1/session')).status).toBe(200);
    expect((await elsewhere.call('GET', '/api/v1/session')).status).toBe(401);
    expect((await signIn(email('overseer'), 'words of another day')).status).toBe(200);
  });

  it('leaves nobody with a password alone', async () => {
    const mine = await sessionOf(program, program.actors.second);
    program.ground.passwordAloneSuffices = false;

    const answer = await mine.call('DELETE', '/api/v1/totp');

    program.ground.passwordAloneSuffices = true;
    expect(answer.body).toMatchObject({ because: 'last-factor' });
  });
});
