import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCase } from '../../src/cases/testing/a-case.ts';
import { aReport } from '../../src/reports/testing/a-report.ts';
import { addTeamMembers } from '../program/extra-people.ts';
import { type Program, startProgram } from '../program/program.ts';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
});
afterEach(() => program.close());

const rows = async (text: string, values: unknown[] = []) => (await program.databases.owner.query(text, values)).rows;

describe('suspend', () => {
  it('ends the session, takes the keys, passes reports and cases on, and renews the group key at the next sign-in', async () => {
    const { actors } = program;
    const duty = await program.signIn('duty');
    const coordinator = await program.signIn('coordinator');
    const { id: reportId } = await aReport(program.ground, program.communityId);
    const { id: caseId } = await aCase(program.ground, actors.duty, actors.second.personId);

    const suspended = await coordinator.call('POST', `/api/v1/people/${actors.duty.personId}/suspension`, {
      reason: 'For a test.',
    });
    const next = await duty.call('GET', '/api/v1/my-day');
    const versions = await rows("select version, stale from key_groups where name = 'duty' order by version");
    await program.signIn('second');
    const renewed = await rows("select version from key_groups where name = 'duty' order by version");
    const second = await program.signIn('second');
    await second.call('POST', `/api/v1/reports/${reportId}/reading-reasons`, { words: 'The officer is gone.' });
    const opened = await second.call('GET', `/api/v1/reports/${reportId}`);

    expect(suspended.status).toBe(200);
    expect(next.status).toBe(401);
    expect(await rows('select lead_id from cases where id = $1', [caseId])).toEqual([
      { lead_id: actors.second.personId },
    ]);
    expect(
      await rows('select count(*)::int as held from wrapped_copies where recipient_id = $1', [actors.duty.personId]),
    ).toEqual([{ held: 0 }]);
    expect(versions).toEqual([{ version: 1, stale: true }]);
    expect(renewed).toEqual([{ version: 1 }, { version: 2 }]);
    expect(opened.status).toBe(200);
  });

  it('does not leave a community without a coordinator', async () => {
    const other = (await addTeamMembers(program, 1, ['administrator', 'team-member']))[0]!;
    const coordinator = await program.signIn('coordinator');

    const itself = await coordinator.call('POST', `/api/v1/people/${program.actors.coordinator.personId}/suspension`, {
      reason: 'Not me.',
    });
    const roles = await coordinator.call('POST', `/api/v1/people/${other.personId}/roles`, {
      roles: ['custodian', 'overseer'],
      discipline: 'legal',
    });

    expect(itself.status).toBe(404);
    expect(roles.body).toMatchObject({ kind: 'conflict', because: 'same-person-twice' });
  });
});

describe('invitations', () => {
  it('makes a duty officer who can read what waits, once a colleague has signed in', async () => {
    const { id } = await aReport(program.ground, program.communityId);
    const coordinator = await program.signIn('coordinator');
    const invited = await coordinator.call('POST', '/api/v1/invitations', {
      name: 'New Comer',
      email: 'new@test-town.example',
      roles: ['duty-officer'],
      discipline: 'police',
    });
    const secret = (invited.body as { link: string }).link.split('#')[1]!;
    const input = { secret, name: 'New Comer', language: 'ca', password: 'another long pass phrase' };

    const accepted = await program.request('POST', '/api/v1/invitations/acceptance', { body: input });
    const twice = await program.request('POST', '/api/v1/invitations/acceptance', { body: input });
    const signIn = async () => {
      const answer = await program.request('POST', '/api/v1/sign-in', {
        body: { email: 'NEW@test-town.example', password: input.password },
      });
      const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      return (await program.request('GET', `/api/v1/reports/${id}`, { headers: { cookie } })).status;
    };
    const before = await signIn();
    await program.signIn('second');
    const after = await signIn();

    expect(accepted.body).toMatchObject({ recoveryCodes: expect.arrayContaining([expect.any(String)]) });
    // Open to them from now on, once they have said why they read what waits for somebody else.
    expect([twice.status, before, after]).toEqual([404, 404, 428]);
  });
});

describe('who-may-read', () => {
  it('seals a report about somebody who works here past that person, whatever their part', async () => {
    const told = { about: 'somebody-who-works-here' as const, staffName: 'cora  ORDWAY' };
    const { id } = await aReport(program.ground, program.communityId, told);

    const statuses = [];
    for (const key of ['coordinator', 'custodian', 'duty', 'overseer'] as const) {
      statuses.push((await (await program.signIn(key)).call('GET', `/api/v1/reports/${id}`)).status);
    }

    expect(statuses).toEqual([404, 200, 404, 404]);
    expect(await rows('select responsible_id from reports where id = $1', [id])).toEqual([
      { responsible_id: program.actors.custodian.personId },
    ]);
  });
});

describe('open-case', () => {
  it('makes the named lead deputy for the time being where whoever decides is the named deputy', async () => {
    const { actors } = program;
    const { id } = await aReport(program.ground, program.communityId);
    const duty = await program.signIn('duty');
    const decision = {
      outcome: 'opened-case',
      version: 1,
      reason: 'Needs a team.',
      title: 'T',
      leadId: actors.member.personId,
      deputyId: actors.duty.personId,
    };

    const { caseId } = (await duty.call('POST', `/api/v1/reports/${id}/decisions`, decision)).body as {
      caseId: string;
    };
    const opened = await rows('select lead_id, deputy_id from cases where id = $1', [caseId]);
    const member = await program.signIn('member');
    const { offers } = (await member.call('GET', '/api/v1/my-day')).body as { offers: { id: string }[] };
    await member.call('POST', `/api/v1/offers/${offers[0]!.id}/acceptance`);

    expect(opened).toEqual([{ lead_id: actors.duty.personId, deputy_id: actors.member.personId }]);
    expect(await rows('select lead_id, deputy_id from cases where id = $1', [caseId])).toEqual([
      { lead_id: actors.member.personId, deputy_id: actors.duty.personId },
    ]);
  });
});

describe('keep-reason', () => {
  it('keeps why somebody was suspended, sealed', async () => {
    const coordinator = await program.signIn('coordinator');
    const { personId } = program.actors.member;

    await coordinator.call('POST', `/api/v1/people/${personId}/suspension`, { reason: 'CANARY-REASON' });
    program.clock.advance(1_000);
    await coordinator.call('POST', `/api/v1/people/${personId}/reinstatement`, { reason: 'CANARY-REASON' });

    const kept = await rows('select act, by_id, reason from membership_changes where person_id = $1 order by at, id', [
      personId,
    ]);
    expect(kept.map((row) => [row.act, row.by_id])).toEqual([
      ['suspended', program.actors.coordinator.personId],
      ['reinstated', program.actors.coordinator.personId],
    ]);
    expect(kept.some((row) => (row.reason as Buffer).includes('CANARY'))).toBe(false);
  });
});
