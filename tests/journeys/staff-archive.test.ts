import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en as archive } from '../../src/cases/screens/archive/words/en.ts';
import { en as sharing } from '../../src/cases/screens/sharing/words/en.ts';
import { en as console } from '../../src/console/words/en.ts';
import { must } from '../program/must.ts';
import { emailOf, foundTestCommunity } from '../program/program.ts';
import { sessionOf } from '../program/sessions.ts';
import { aShare } from '../program/sharing.ts';
import { decide, reportConcern } from '../program/stage.ts';
import { type Desk, objections, openStaffSite, overflow, type StaffSite } from './staff-site.ts';

const phone = { width: 360, height: 800 };

let site: StaffSite;
let folder: string;
let identity: string;
beforeAll(async () => {
  site = await openStaffSite();
  folder = await mkdtemp(join(tmpdir(), 'forestall-archive-'));
  identity = await generateIdentity();
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

/** A case of the duty officer with one statement in it. */
async function aCase(title: string): Promise<string> {
  const { actors } = site.program;
  const { id } = await reportConcern(site.program, { what: 'He wrote down rooms and times.' });
  const duty = await sessionOf(site.program, actors.duty);
  const leaders = { leadId: actors.duty.personId, deputyId: actors.second.personId };
  const caseId = (await decide(duty, id, { outcome: 'opened-case', title, ...leaders }))!;
  const statement = { kind: 'seen', words: 'He wrote down when the guard goes home.', source: 'Her friend Anna' };
  await must(duty.call('POST', `/api/v1/cases/${caseId}/statements`, statement));
  await site.program.sequence();
  await site.program.checkpoint();
  return caseId;
}

/** Looks at the page as it stands: what the rules object to, and whether it fits. */
const seen = async ({ page }: Desk) => [await objections(page), await overflow(page)];

/** Fills in to whom, why and for which key; the first key is none. Gives the path of the file that was saved. */
async function give(desk: Desk): Promise<string> {
  const { page } = desk;
  const form = page.getByRole('form', { name: archive['archive.give'] });
  await form.getByRole('radio', { name: sharing['to.agency'] }).check();
  await form.getByLabel(sharing['to.name'], { exact: true }).fill('The town beside');
  await form.getByLabel(sharing['basis.regime']).selectOption('gdpr');
  await form.getByRole('radio', { name: /6\(1\)\(e\)/ }).check();
  await form.getByLabel(sharing['basis.necessity']).fill('The family moves there.');
  await form.getByLabel(archive['archive.ends']).fill('2026-12-20T09:00');
  await form.getByLabel(archive['archive.keys']).fill('age1nothing');
  await form.getByRole('button', { name: archive['archive.act'] }).click();
  await form.getByText(console['field.not-an-age-key']).first().waitFor();
  await form.getByLabel(archive['archive.keys']).fill(await identityToRecipient(identity));
  await form.getByRole('button', { name: archive['archive.act'] }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: console['receiving.save'] }).click();
  const path = join(folder, (await saving).suggestedFilename());
  await (await saving).saveAs(path);
  return path;
}

/** Looks inside an archive with a wrong key and the right one, and brings it in. */
async function bring(desk: Desk, path: string): Promise<void> {
  const { page } = desk;
  const look = page.getByRole('form', { name: archive['bring.look'] });
  await look.getByLabel(archive['bring.file']).setInputFiles(path);
  await look.getByLabel(archive['bring.key']).fill(await generateIdentity());
  await look.getByRole('button', { name: archive['bring.look'] }).click();
  await look.getByText(console['field.archive-does-not-open']).first().waitFor();
  await look.getByLabel(archive['bring.key']).fill(identity);
  await look.getByRole('button', { name: archive['bring.look'] }).click();
  const form = page.getByRole('form', { name: archive['bring.act'] });
  await form.getByLabel(archive['bring.lead']).selectOption({ label: `Mem Berri (${emailOf('member')})` });
  await form.getByLabel(archive['bring.deputy']).selectOption({ label: `Sec Ondo (${emailOf('second')})` });
  expect(await seen(desk)).toEqual([[], 0]);
  await form.getByRole('button', { name: archive['bring.act'] }).click();
  await page.getByText(/^The case is here as/).waitFor();
}

describe('a whole case', () => {
  it('is given to a key by its lead, brought in by a coordinator, and read by its new lead', async () => {
    const caseId = await aCase('Rooms and times');
    const lead = await site.signIn('duty', 'en', phone);
    await lead.page.goto(`/console/cases/${caseId}`);
    await lead.page.getByRole('link', { name: archive['archive.link'] }).click();
    await lead.page.getByText(archive['brought.none']).waitFor();
    const path = await give(lead);
    expect(await seen(lead)).toEqual([[], 0]);
    const coordinator = await site.signIn('coordinator', 'en');
    await coordinator.page.goto('/console/ways-in');
    await bring(coordinator, path);

    const { rows } = await site.program.databases.owner.query('select case_id from brought_cases');
    const member = await site.signIn('member', 'en');
    await member.page.goto(`/console/cases/${rows[0].case_id}/archive`);
    await member.page.getByText('Test Town').first().waitFor();
    await member.page.getByText(/^Reports \(1\)$/).click();

    await member.page.getByText('He wrote down rooms and times.').waitFor();
    await member.page.getByText(/entries of the log are proven/).waitFor();
    expect(await seen(member)).toEqual([[], 0]);
    expect([...lead.complaints, ...coordinator.complaints, ...member.complaints]).toEqual([]);
  }, 120_000);
});

describe('what another community gave to read', () => {
  it('is read on its own page, from my day, and fits a telephone', async () => {
    const { ground } = site.program;
    const partner = await foundTestCommunity(ground, 'partner-town');
    const giver = await sessionOf(site.program, partner.actors.duty);
    const { id: report } = await reportConcern({ ...site.program, slug: 'partner-town' });
    const leaders = { leadId: partner.actors.duty.personId, deputyId: partner.actors.second.personId };
    const theirs = (await decide(giver, report, { outcome: 'opened-case', title: 'Theirs', ...leaders }))!;
    const to = { slug: site.program.slug, email: emailOf('member') };
    const share = { ...aShare(site.program), way: 'partner', partner: to };
    await must(giver.call('POST', `/api/v1/cases/${theirs}/disclosures`, share));

    const reader = await site.signIn('member', 'en', phone);
    await reader.page
      .getByRole('link', { name: /Test Town/ })
      .first()
      .click();

    await reader.page.getByText('He is supported by his tutor.').waitFor();
    expect(await seen(reader)).toEqual([[], 0]);
    expect(reader.complaints).toEqual([]);
  }, 120_000);
});
