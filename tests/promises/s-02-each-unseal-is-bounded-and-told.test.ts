import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IdentityOpening, IdentityRequest, ReportIdentity } from '../../src/identities/contract.ts';
import { newSessionKeys, openIdentity, type SessionKeys } from '../../src/identities/screens/browser-box.ts';
import { must } from '../program/must.ts';
import { type CastKey, type Program, startProgram } from '../program/program.ts';
import { type HeldSession, sessionOf } from '../program/sessions.ts';
import { confirmBothSides } from '../program/sides.ts';
import { reportConcern } from '../program/stage.ts';

const contact = 'Call Wren Ashdown on 600 000 000 after six.';
const words = { reason: 'A life may depend on it.', legalBasis: 'Article 9 (2) c', plan: 'Call and warn.' };

let program: Program;
beforeAll(async () => {
  program = await startProgram();
  await confirmBothSides(program);
}, 60_000);
afterAll(() => program.close());

/** A fresh sign-in each time, since the gravest acts ask for one. */
const by = (key: CastKey) => sessionOf(program, program.actors[key]);

type Asked = { id: string; report: { id: string; receipt: string }; keys: SessionKeys };

async function asked(more: object = {}): Promise<Asked> {
  const report = await reportConcern(program, { contact });
  const keys = await newSessionKeys();
  const body = { ...words, hours: 2, isEmergency: false, sessionKey: keys.publicKey, ...more };
  const duty = await by('duty');
  const { id } = await must<{ id: string }>(duty.call('POST', `/api/v1/reports/${report.id}/identity-requests`, body));
  return { id, report, keys };
}

const release = (session: HeldSession, id: string) => session.call('POST', `/api/v1/identity-requests/${id}/release`);
const opening = (session: HeldSession, id: string) => session.call('POST', `/api/v1/identity-requests/${id}/opening`);
const requestOf = async (report: string): Promise<IdentityRequest> =>
  (await must<ReportIdentity>((await by('duty')).call('GET', `/api/v1/reports/${report}/identity`))).requests[0]!;
const mailbox = (receipt: string) =>
  must<{ identityOpenedAt: string[] }>(program.request('POST', '/api/v1/receipts/open', { body: { receipt } }));

async function opened(more: object = {}): Promise<Asked> {
  const request = await asked(more);
  await must(release(await by('custodian'), request.id));
  await must(release(await by('overseer'), request.id));
  return request;
}

describe('S-02 each unseal is bounded and told', () => {
  it('opens in the asking browser once both sides have released, and in no other', async () => {
    const request = await asked();
    const before = await opening(await by('duty'), request.id);
    await must(release(await by('custodian'), request.id));
    const withOneSide = await opening(await by('duty'), request.id);
    await must(release(await by('overseer'), request.id));

    const answer = await must<IdentityOpening>(opening(await by('duty'), request.id));

    expect([before.status, withOneSide.status]).toEqual([409, 409]);
    expect(await openIdentity(answer, request.keys.privateKey)).toBe(contact);
    await expect(openIdentity(answer, (await newSessionKeys()).privateKey)).rejects.toThrow();
    await expect(
      openIdentity({ ...answer, overseerHalf: answer.custodianHalf }, request.keys.privateKey),
    ).rejects.toThrow();
    expect((await opening(await by('custodian'), request.id)).status).toBe(404);
  });

  it('is answered by one person of each side, neither of them whoever asked', async () => {
    const custodianAsks = await reportConcern(program, {
      contact,
      about: 'somebody-who-works-here',
      staffName: 'Nobody Here',
    });
    const { publicKey } = await newSessionKeys();
    const custodian = await by('custodian');
    const { id } = await must<{ id: string }>(
      custodian.call('POST', `/api/v1/reports/${custodianAsks.id}/identity-requests`, {
        ...words,
        hours: 1,
        isEmergency: false,
        sessionKey: publicKey,
      }),
    );
    const request = await asked();
    await must(release(await by('custodian'), request.id));

    const forThemselves = await release(await by('custodian'), id);
    const sameSideAgain = await release(await by('custodian'), request.id);
    const noSide = await release(await by('duty'), request.id);

    expect([forThemselves.status, sameSideAgain.status, noSide.status]).toEqual([409, 409, 404]);
    const alone = program.databases.owner.query(
      `insert into identity_halves (community_id, request_id, asked_by, side, person_id, released_at)
       select community_id, request_id, asked_by, 'overseer', person_id, released_at from identity_halves where request_id = $1`,
      [request.id],
    );
    await expect(alone).rejects.toMatchObject({ constraint: 'two_sides_are_two_people' });
  });

  it('closes at its expiry: refused at once, emptied within a minute, 72 hours at most', async () => {
    const request = await opened({ hours: 1 });
    const { publicKey } = await newSessionKeys();
    const tooLong = await (await by('duty')).call('POST', `/api/v1/reports/${request.report.id}/identity-requests`, {
      ...words,
      hours: 73,
      isEmergency: false,
      sessionKey: publicKey,
    });

    program.clock.advance(3_600_000);
    const late = await opening(await by('duty'), request.id);
    program.clock.advance(2_000);
    await program.sweep();

    const { rows } = await program.databases.owner.query(
      'select sealed_half from identity_halves where request_id = $1',
      [request.id],
    );
    expect(tooLong.status).toBe(400);
    expect(late.status).toBe(409);
    expect(rows.map(({ sealed_half }) => sealed_half)).toEqual([null, null]);
    expect(await requestOf(request.report.id)).toMatchObject({ state: 'closed', closedBecause: 'expired' });
  });

  it('tells the reporter at the receipt page when it was opened, later where a delay was asked with a reason', async () => {
    const request = await opened();
    const delayed = await opened({ tellAfterDays: 3, delayReason: 'The arrest comes first.' });
    const unexplained = await (await by('duty')).call(
      'POST',
      `/api/v1/reports/${request.report.id}/identity-requests`,
      {
        ...words,
        hours: 1,
        isEmergency: false,
        sessionKey: request.keys.publicKey,
        tellAfterDays: 3,
      },
    );

    const [told, notYet] = [await mailbox(request.report.receipt), await mailbox(delayed.report.receipt)];
    program.clock.advance(3 * 86_400_000);
    const page = await program.request('POST', '/en/receipt', { body: form({ receipt: delayed.report.receipt }) });

    expect(told.identityOpenedAt).toHaveLength(1);
    expect(notYet.identityOpenedAt).toEqual([]);
    expect(unexplained.status).toBe(400);
    expect(page.text).toContain('two people of different sides');
  });

  it('writes one leaf for each step, before the act', async () => {
    const request = await opened();
    await must(opening(await by('duty'), request.id));
    await must((await by('duty')).call('POST', `/api/v1/identity-requests/${request.id}/end`));
    await program.sequence();

    const { rows } = await program.databases.owner.query(
      `select e.act from audit_entries e join audit_leaves l on l.community_id = e.community_id and l.entry_id = e.id
       where e.body like '%' || $1 || '%' or e.record_id = $1::uuid order by l.leaf_number`,
      [request.id],
    );

    expect(rows.map(({ act }) => act)).toEqual([
      'identity-asked',
      'identity-half-released',
      'identity-half-released',
      'identity-opened',
      'identity-closed',
    ]);
  });

  it('calls both sides at once in an emergency, again after 15 minutes, and asks for a review the next day', async () => {
    const request = await asked({ isEmergency: true });
    program.clock.advance(16 * 60_000);
    await program.sweep();
    await must(release(await by('custodian'), request.id));
    await must(release(await by('overseer'), request.id));
    program.clock.advance(25 * 3_600_000);
    await program.sweep();

    const { rows } = await program.databases.owner.query(
      `select template, count(*)::int as count from mail_messages where parameters ->> 'number' = (select number from reports where id = $1)
         and template like 'identity-%' group by template order by template`,
      [request.report.id],
    );
    const own = await (await by('duty')).call('POST', `/api/v1/identity-requests/${request.id}/review`, {
      words: 'It was right.',
    });
    await must(
      (await by('overseer')).call('POST', `/api/v1/identity-requests/${request.id}/review`, { words: 'It was right.' }),
    );

    expect(rows).toEqual([
      { template: 'identity-emergency', count: 2 },
      { template: 'identity-late', count: 3 },
      { template: 'identity-open', count: 1 },
      { template: 'identity-review', count: 2 },
    ]);
    expect(own.status).toBe(404);
    expect((await requestOf(request.report.id)).reviewedBy?.name).toBe('Ove Seer');
  });

  it('goes with its report: nothing of the identity is left when the report is destroyed', async () => {
    const request = await opened();
    const { owner } = program.databases;
    await owner.query(
      `update reports set state = 'decided', outcome = 'test', decided_at = $2, decided_by = $3, next_due_at = null where id = $1`,
      [request.report.id, new Date(program.clock.now().getTime() - 91 * 86_400_000), program.actors.duty.personId],
    );
    const { rows: halves } = await owner.query(
      'select custodian_half_id, overseer_half_id from sealed_identities where report_id = $1',
      [request.report.id],
    );

    await program.sweep();

    const ids = [request.report.id, request.id, halves[0].custodian_half_id, halves[0].overseer_half_id];
    expect((await owner.query('select from wrapped_copies where record_id = any ($1)', [ids])).rowCount).toBe(0);
    expect((await owner.query('select from identity_requests where id = $1', [request.id])).rowCount).toBe(0);
  });
});

function form(fields: Record<string, string>): FormData {
  const filled = new FormData();
  for (const [name, value] of Object.entries(fields)) filled.set(name, value);
  return filled;
}
