import { Decrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { foundTestCommunity, type Program } from '../../../tests/program/program.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { openCasePage } from '../queries/case-page.ts';
import { myDayOf } from '../queries/my-day.ts';
import { addStatement } from '../statements/add-statement.ts';
import { aCase } from '../testing/a-case.ts';
import { onCases } from '../testing/on-cases.ts';
import type { Parcel, Shared, ShareInput } from './contract.ts';
import { endSharing, withdrawDisclosure } from './end-sharing.ts';
import { openView, weigh } from './one-time-view.ts';
import { isGivenView, readPartnerView } from './partner-views.ts';
import { shareFromCase } from './share.ts';
import { sharingOf } from './sharing-of-case.ts';

let program: Program;
let duty: PersonActor;
let partner: Awaited<ReturnType<typeof foundTestCommunity>>;
const { as, inDays } = onCases(async (started) => {
  program = started;
  ({ duty } = started.actors);
  partner = await foundTestCommunity(started.ground, 'partner-town');
});

/** A case with two statements, whose sources must never leave it. */
async function opened(): Promise<{ id: string; statements: string[] }> {
  const { id } = await aCase(program.ground, duty, program.actors.second.personId);
  for (const words of ['He wrote down rooms.', 'He asked when the guard goes home.'])
    await as(duty, (tx) =>
      addStatement(tx, program.ground, id, { kind: 'told', words, source: 'Her friend Anna', happened: 'On Monday' }),
    );
  const page = await as(duty, (tx) => openCasePage(tx, program.ground, id));
  return { id, statements: page.statements.map((each) => each.id) };
}

const choice = (more: Partial<ShareInput> = {}): ShareInput => ({
  gives: 'statements',
  statementIds: [],
  summary: '',
  askOf: '',
  recipient: { kind: 'agency', name: 'The youth service', reach: '' },
  basis: 'eu.public-interest',
  basisNote: '',
  necessity: 'They see him tomorrow.',
  isEmergency: false,
  endsAt: inDays(30),
  way: 'phone',
  language: 'en',
  ageKey: '',
  partner: null,
  ...more,
});

async function share(id: string, more: Partial<ShareInput>): Promise<Omit<Shared, 'sharing'>> {
  const { bases } = await as(duty, (tx) => sharingOf(tx, program.ground, id));
  const basis = bases.find((each) => !each.isEmergency)!.id;
  return await as(duty, (tx) => shareFromCase(tx, program.ground, id, choice({ basis, ...more })));
}
const sharing = (id: string) => as(duty, (tx) => sharingOf(tx, program.ground, id));
const sweep = () =>
  program.as({ kind: 'system', communityId: program.communityId, job: 'end-sharing' }, (tx) =>
    endSharing(tx, program.ground),
  );

/** Somebody of the public at the door of a view. */
async function tries(link: string, code: string) {
  const actor = { kind: 'public' as const, communityId: program.communityId };
  const shown = await weigh(program.ground, actor, link.split('#')[1] ?? '', code);
  return await program.as(actor, (tx) => openView(tx, program.ground, shown));
}

describe('sharing from a case', () => {
  it('gives exactly the statements that were chosen, and never who said them', async () => {
    const { id, statements } = await opened();

    await share(id, { statementIds: [statements[1]!] });

    const [made] = (await sharing(id)).disclosures;
    expect(made).toMatchObject({ way: 'phone', recipient: { name: 'The youth service' }, by: { id: duty.personId } });
    expect(made!.parcel.statements.map(({ words }) => words)).toEqual(['He asked when the guard goes home.']);
    expect(JSON.stringify(made!.parcel)).not.toContain('Anna');
  });

  it('refuses what gives nothing, a statement of another case, an end in the past, an emergency ground without one', async () => {
    const { id } = await opened();
    const other = await opened();
    const { bases } = await sharing(id);
    const emergencyOnly = bases.find((each) => each.isEmergency)!.id;
    const refusals: [Partial<ShareInput>, string, string][] = [
      [{}, 'statementIds', 'required'],
      [{ statementIds: [other.statements[0]!] }, 'statementIds', 'not-possible'],
      [{ gives: 'summary' }, 'summary', 'required'],
      [{ gives: 'contact' }, 'askOf', 'required'],
      [{ gives: 'summary', summary: 'He is well.', endsAt: inDays(-1) }, 'endsAt', 'in-the-past'],
      [{ gives: 'summary', summary: 'He is well.', basis: emergencyOnly }, 'basis', 'emergency-only'],
      [{ gives: 'summary', summary: 'He is well.', basis: 'made.up' }, 'basis', 'required'],
    ];

    for (const [more, field, because] of refusals)
      await expect(share(id, more), field).rejects.toMatchObject({ refusal: { fields: { [field]: because } } });

    expect((await sharing(id)).disclosures).toEqual([]);
  });

  it('gives no content where content may not be given: only whom to ask about which number', async () => {
    const { id, statements } = await opened();

    await share(id, { gives: 'contact', askOf: 'The school', statementIds: statements, summary: 'Words.' });

    const [made] = (await sharing(id)).disclosures;
    expect(made!.parcel).toMatchObject({ statements: [], summary: '', askOf: 'The school' });
  });

  it('seals exactly the parcel into a file that the passphrase opens and another does not', async () => {
    const { id, statements } = await opened();

    const { file } = await share(id, { statementIds: statements, way: 'json' });
    const openWith = async (passphrase: string) => {
      const decrypter = new Decrypter();
      decrypter.addPassphrase(passphrase);
      return JSON.parse(await decrypter.decrypt(Buffer.from(file!.base64, 'base64'), 'text')) as Parcel;
    };

    expect(await openWith(file!.passphrase!)).toEqual((await sharing(id)).disclosures[0]!.parcel);
    await expect(openWith('AAAA-AAAA-AAAA-AAAA-AAAA')).rejects.toThrow();
    const pdf = await share(id, { statementIds: statements, way: 'pdf' });
    const decrypter = new Decrypter();
    decrypter.addPassphrase(pdf.file!.passphrase!);
    const bytes = await decrypter.decrypt(Buffer.from(pdf.file!.base64, 'base64'));
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
    await expect(share(id, { statementIds: statements, way: 'pdf', ageKey: 'age1nonsense' })).rejects.toMatchObject({
      refusal: { fields: { ageKey: 'not-an-age-key' } },
    });
  });
});

describe('a view that opens once', () => {
  it('opens with link and code, once', async () => {
    const { id, statements } = await opened();
    const { view } = await share(id, { statementIds: statements, way: 'view' });

    const first = await tries(view!.link, view!.code);
    const second = await tries(view!.link, view!.code);

    expect(first.parcel?.statements).toHaveLength(2);
    expect(second).toEqual({ parcel: null, triesLeft: null });
    expect((await sharing(id)).disclosures[0]!.view).toMatchObject({ openedAt: program.clock.now().toISOString() });
  });

  it('is closed for good by the fifth wrong code, and loses no try to who does not hold the link', async () => {
    const { id, statements } = await opened();
    const { view } = await share(id, { statementIds: statements, way: 'view' });
    const digits = view!.link.split('#')[1]!;
    // Same locator and a right check digit, another secret.
    const guessed = `${digits.slice(0, 8)}${digits.slice(8) === '0'.repeat(16) ? '1' : '0'.repeat(16)}`;

    for (let index = 0; index < 10; index += 1) await tries(`#${guessed}`, view!.code);
    const left = [];
    for (let index = 0; index < 5; index += 1)
      left.push((await tries(view!.link, '00000000')) as { triesLeft: number });

    expect(left.map(({ triesLeft }) => triesLeft)).toEqual([4, 3, 2, 1, 0]);
    expect(await tries(view!.link, view!.code)).toEqual({ parcel: null, triesLeft: null });
    const { rows } = await program.databases.owner.query(
      'select content, sealed_key from shared_views where tries_left = 0',
    );
    expect(rows).toEqual([{ content: null, sealed_key: null }]);
  });

  it('counts five wrong codes at once as five', async () => {
    const { id, statements } = await opened();
    const { view } = await share(id, { statementIds: statements, way: 'view' });

    const answers = await Promise.all(Array.from({ length: 8 }, () => tries(view!.link, '00000000')));

    expect(answers.filter((each) => each.parcel === null && each.triesLeft !== null)).toHaveLength(5);
  });

  it('ends at its time, and at once when it is taken back', async () => {
    const { id, statements } = await opened();
    const one = await share(id, { statementIds: statements, way: 'view' });
    const other = await share(id, { statementIds: statements, way: 'view', endsAt: inDays(1) });

    await as(duty, (tx) => withdrawDisclosure(tx, program.ground, id, one.disclosureId, 'It was the wrong office.'));
    program.clock.advance(86_400_001);

    expect(await tries(one.view!.link, one.view!.code)).toEqual({ parcel: null, triesLeft: null });
    expect(await tries(other.view!.link, other.view!.code)).toEqual({ parcel: null, triesLeft: null });
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    const ended = (await sharing(id)).disclosures.map((each) => each.ended);
    expect(ended).toMatchObject([{ because: 'expired' }, { because: 'withdrawn', reason: 'It was the wrong office.' }]);
    const empty = await program.databases.owner.query(
      'select from shared_views v join disclosures d on d.id = v.disclosure_id where d.case_id = $1 and (v.content is not null or v.sealed_key is not null)',
      [id],
    );
    expect(empty.rowCount).toBe(0);
  });
});

describe('a view for a partner on the same installation', () => {
  const to = (email: string) => ({ slug: 'partner-town', email });
  const addressOf = async (actor: PersonActor) =>
    (await program.databases.owner.query<{ email: string }>('select email from people where id = $1', [actor.personId]))
      .rows[0]!.email;

  it('is read by one member there with a key that opens nothing else, and ends by itself', async () => {
    const { id, statements } = await opened();
    const reader = partner.actors.duty;
    const email = await addressOf(reader);
    const made = await share(id, { statementIds: statements, way: 'partner', partner: to(email), endsAt: inDays(2) });

    const read = await as(reader, (tx) => readPartnerView(tx, program.ground, made.disclosureId));
    const day = await as(reader, (tx) => myDayOf(tx, program.ground));
    const others = await as(partner.actors.coordinator, (tx) => isGivenView(tx, program.ground, made.disclosureId));
    const { rows } = await program.databases.owner.query(
      'select record_id from wrapped_copies where community_id = $1 and recipient_id = $2 and record_id in ($3, $4)',
      [partner.communityId, reader.personId, id, made.disclosureId],
    );
    program.clock.advance(2 * 86_400_000 + 1);
    const after = as(reader, (tx) => readPartnerView(tx, program.ground, made.disclosureId));
    await expect(after).rejects.toMatchObject({ refusal: { kind: 'not-found' } });
    await program.as({ kind: 'system', communityId: partner.communityId, job: 'end-sharing' }, (tx) =>
      endSharing(tx, program.ground),
    );
    const left = await program.databases.owner.query(
      'select from wrapped_copies where record_id = $1 union all select from partner_views where id = $1 and content is not null',
      [made.disclosureId],
    );

    expect(read.parcel.statements).toHaveLength(2);
    expect(day.sharedWithMe).toMatchObject([{ id: made.disclosureId }]);
    expect(others).toBe(false);
    expect(rows).toEqual([{ record_id: made.disclosureId }]);
    expect(left.rowCount).toBe(0);
  });

  it('is taken back at once, and goes to nobody who is not a member there', async () => {
    const { id, statements } = await opened();
    const reader = partner.actors.duty;
    const email = await addressOf(reader);
    const made = await share(id, { statementIds: statements, way: 'partner', partner: to(email) });

    await as(duty, (tx) => withdrawDisclosure(tx, program.ground, id, made.disclosureId, 'No longer needed.'));

    const after = as(reader, (tx) => readPartnerView(tx, program.ground, made.disclosureId));
    await expect(after).rejects.toMatchObject({ refusal: { kind: 'not-found' } });
    const elsewhere = share(id, {
      statementIds: statements,
      way: 'partner',
      partner: to(await addressOf(program.actors.member)),
    });
    await expect(elsewhere).rejects.toMatchObject({ refusal: { fields: { partner: 'not-a-member-there' } } });
  });
});

describe('the database', () => {
  it('lets nobody rewrite a disclosure, end it twice or keep a closed view full', async () => {
    const { id, statements } = await opened();
    const { disclosureId } = await share(id, { statementIds: statements, way: 'view' });
    const { owner, app } = program.databases;

    const rewrite = owner.query("update disclosures set ends_at = ends_at + interval '1 day' where id = $1", [
      disclosureId,
    ]);
    await expect(rewrite).rejects.toMatchObject({ constraint: 'a_disclosure_is_not_rewritten' });
    const byApp = app.query('update disclosures set content = content');
    await expect(byApp).rejects.toThrow('permission denied');
    const full = owner.query('update shared_views set closed_at = expires_at where disclosure_id = $1', [disclosureId]);
    await expect(full).rejects.toMatchObject({ constraint: 'a_closed_view_is_empty' });
    const endless = owner.query(
      "update shared_views set expires_at = made_at + interval '15 days' where disclosure_id = $1",
      [disclosureId],
    );
    await expect(endless).rejects.toMatchObject({ constraint: 'a_view_ends_within_two_weeks' });
    const spent = owner.query('update shared_views set tries_left = 0 where disclosure_id = $1', [disclosureId]);
    await expect(spent).rejects.toMatchObject({ constraint: 'a_view_without_tries_is_closed' });
  });

  it('shows my day what ends within a week', async () => {
    const { id, statements } = await opened();
    const soon = await share(id, { statementIds: statements, endsAt: inDays(3) });
    await share(id, { statementIds: statements, endsAt: inDays(20) });

    const { sharingEnds } = await as(duty, (tx) => myDayOf(tx, program.ground));

    expect(sharingEnds.filter(({ caseId }) => caseId === id).map((each) => each.id)).toEqual([soon.disclosureId]);
  });
});
