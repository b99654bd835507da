import { aReport } from '../../src/reports/testing/a-report.ts';
import type { Steps, World } from './model-world.ts';

const endings = ['unsubstantiated', 'misuse', 'resolved-on-contact'] as const;

/** What happens to reports, to who leads, and to the people themselves; every step may be refused. */
export const steps: Steps = {
  tell: ({ program, dice }) => aReport(program.ground, program.communityId, { signs: dice(2) ? ['M1', 'P1'] : [] }),
  wait: async ({ program, dice }) => {
    program.clock.advance((1 + dice(90)) * 60_000);
    await program.sweep();
  },
  season: async ({ program, dice }) => {
    program.clock.advance((10 + dice(120)) * 86_400_000);
    await program.sweep();
  },
  decide: async ({ program, dice, pick, one, anybody, ask, post }) => {
    const report = await one("select id from reports where state = 'waiting' order by received_at, id");
    const by = pick([program.actors.duty, program.actors.second, program.actors.coordinator])!;
    if (!report) return;
    await post(by, `/reports/${report.id}/reading-reasons`, { words: 'Model.' });
    const { version } = await ask<{ version: number }>(by, 'GET', `/reports/${report.id}`);
    const [leadId, deputyId] = [anybody().personId, anybody().personId];
    const into = await one("select id from cases where state = 'open' order by position");
    const decisions = [
      { outcome: 'opened-case', title: 'Model', leadId, deputyId },
      { outcome: 'opened-case', title: 'Model', leadId, deputyId },
      { outcome: 'linked-to-case', caseId: into?.id ?? report.id },
      { outcome: pick(endings)! },
    ];
    const decision = { version, reason: 'Model.', ...decisions[dice(4)] };
    await post(by, `/reports/${report.id}/decisions`, decision);
  },
  reopen: async ({ program, one, post, ask }) => {
    const report = await one("select id from reports where state = 'decided' order by received_at, id");
    const by = program.actors.duty;
    if (!report) return;
    await post(by, `/reports/${report.id}/reading-reasons`, { words: 'Model.' });
    const { version } = await ask<{ version: number }>(by, 'GET', `/reports/${report.id}`);
    await post(by, `/reports/${report.id}/reopening`, { version, reason: 'Model.' });
  },
  link: async ({ program, one, post }) => {
    const [from, to] = [
      await one('select id from reports order by id'),
      await one('select report_id as id from case_reports order by 1'),
    ];
    const by = program.actors.duty;
    if (!from || !to) return;
    for (const { id } of [from, to]) await post(by, `/reports/${id}/reading-reasons`, { words: 'Model.' });
    await post(by, `/reports/${from.id}/links`, { act: 'link', to: to.id });
  },
  offer: async ({ openCase, anybody, post, inDays }) => {
    const found = await openCase();
    if (!found) return;
    await post(found.by, `/cases/${found.row.id}/offers`, {
      version: found.row.version,
      toIds: [...new Set([anybody().personId, anybody().personId])],
      deputyAfterId: anybody().personId,
      expiresAt: inDays(1),
    });
  },
  answer: async ({ people, dice, one, post }) => {
    const offer = await one("select id, to_id from hand_over_offers where state = 'open' order by id");
    const to = people.find(({ personId }) => personId === offer?.to_id);
    if (offer && to) await post(to, `/offers/${offer.id}/${dice(3) ? 'acceptance' : 'decline'}`);
  },
  team: async ({ dice, openCase, anybody, post }) => {
    const found = await openCase();
    if (!found) return;
    const part = dice(4) ? 'member' : 'consultant';
    await post(found.by, `/cases/${found.row.id}/members`, { personId: anybody().personId, part });
  },
  'off the team': async ({ openCase, anybody, ask }) => {
    const found = await openCase();
    if (found) await ask(found.by, 'DELETE', `/cases/${found.row.id}/members/${anybody().personId}`);
  },
  deputy: async ({ openCase, anybody, post }) => {
    const found = await openCase();
    if (!found) return;
    const deputy = { version: found.row.version, deputyId: anybody().personId };
    await post(found.by, `/cases/${found.row.id}/deputy`, deputy);
  },
  recuse: async ({ openCase, anybody, post }) => {
    const found = await openCase();
    if (found)
      await post(found.by, `/cases/${found.row.id}/recusals`, { personId: anybody().personId, reason: 'Model.' });
  },
  leave: ({ anybody, post, inDays }) =>
    post(anybody(), '/hand-overs', { toIds: [anybody().personId], expiresAt: inDays(1) }),
  'leave for another': ({ program, anybody, post, inDays }) =>
    post(program.actors.coordinator, `/case-load/${anybody().personId}/hand-over`, {
      toIds: [anybody().personId],
      expiresAt: inDays(1),
    }),
  away: ({ dice, anybody, post, inDays }) =>
    post(anybody(), '/absences', { startsAt: inDays(dice(3)), endsAt: inDays(3 + dice(9)) }),
  suspend: async ({ program, people, pick, dice, post }) => {
    const victim = pick(people.slice(3))!;
    if (dice(3) === 0)
      await post(program.actors.coordinator, `/people/${victim.personId}/suspension`, { reason: 'Model.' });
  },
  reinstate: async ({ program, rows, post }) => {
    for (const { person_id } of await rows("select person_id from memberships where state = 'suspended'"))
      await post(program.actors.coordinator, `/people/${person_id}/reinstatement`, { reason: 'Model.' });
  },
};

/** Whoever is on the team of a case and can be given something to do. */
export async function teamOf({ rows }: World, caseId: string): Promise<string[]> {
  const team = await rows(
    `select unnest(array[lead_id, deputy_id]) as person_id from cases where id = $1
     union select person_id from case_members where case_id = $1 and part = 'member' and left_at is null order by 1`,
    [caseId],
  );
  return team.map(({ person_id }) => person_id!);
}
