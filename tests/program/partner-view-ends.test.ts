import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptRecords } from '../../src/app/routes.ts';
import { isGivenView } from '../../src/cases/sharing/partner-views.ts';
import { aCase } from '../../src/cases/testing/a-case.ts';
import { shred } from '../../src/retention/commands/shred.ts';
import { must } from './must.ts';
import { emailOf, foundTestCommunity, type Program, startProgram } from './program.ts';
import { type HeldSession, sessionOf } from './sessions.ts';
import { aShare } from './sharing.ts';

let program: Program;
let partner: Awaited<ReturnType<typeof foundTestCommunity>>;
let duty: HeldSession;
beforeAll(async () => {
  program = await startProgram();
  partner = await foundTestCommunity(program.ground, 'partner-town');
  duty = await sessionOf(program, program.actors.duty);
});
afterAll(() => program.close());

/** A case of which the duty officer of the other community was given a view; the ids of both. */
async function given(): Promise<{ caseId: string; view: string }> {
  const { id: caseId } = await aCase(program.ground, program.actors.duty, program.actors.second.personId);
  const to = { slug: 'partner-town', email: emailOf('duty', 'partner-town') };
  const body = { ...aShare(program), way: 'partner', partner: to };
  const shared = await must<{ disclosureId: string }>(duty.call('POST', `/api/v1/cases/${caseId}/disclosures`, body));
  return { caseId, view: shared.disclosureId };
}

const canRead = (view: string) =>
  program.ground.database.withActor(partner.actors.duty, (tx) => isGivenView(tx, program.ground, view));

describe('a view that a partner community was given', () => {
  it('ends in the instant in which its case is destroyed, with its key', async () => {
    const { caseId, view } = await given();
    const closing = { version: 1, reason: 'resolved', words: 'All is well.', reopenTriggers: 'New words.' };
    await must(duty.call('POST', `/api/v1/cases/${caseId}/closing`, closing));
    const before = await canRead(view);

    await program.ground.database.withActor({ kind: 'system', communityId: program.communityId, job: 'test' }, (tx) =>
      shred(
        tx,
        program.ground,
        keptRecords,
        { kind: 'case', id: caseId, number: '1' },
        { rule: 'case-closed', days: 9 },
      ),
    );

    const { rows } = await program.databases.owner.query(
      `select content, (select count(*)::int from wrapped_copies where record_id = v.id) as copies,
         (select count(*)::int from audit_entries where record_id = v.id and act = 'partner-view-ended') as told
       from partner_views v where id = $1`,
      [view],
    );
    expect([before, await canRead(view)]).toEqual([true, false]);
    expect(rows).toEqual([{ content: null, copies: 0, told: 1 }]);
  });

  it('is outlived by no disclosure: the database refuses to delete one over it', async () => {
    const { view } = await given();

    const deleting = program.databases.owner.query('delete from disclosures where id = $1', [view]);

    await expect(deleting).rejects.toMatchObject({ constraint: 'a_partner_view_ends_with_its_case' });
  });
});
