import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anExport, bringIn, exported } from '../../../tests/program/archive.ts';
import { must } from '../../../tests/program/must.ts';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { type HeldSession, sessionOf } from '../../../tests/program/sessions.ts';
import { type Stage, setTheStage } from '../../../tests/program/stage.ts';
import { seal } from '../../platform/backup/index.ts';
import type { CasePeople, CaseSharing, OpenedCase } from '../contract.ts';
import { addStatementFiles } from '../statements/statement-files.ts';
import { type ArchiveLookedAt, type BroughtCase, type CaseArchive, caseArchive } from './contract.ts';
import { archiveOf } from './kept-archive.ts';
import { unpacked } from './pack.ts';

let source: Program;
let target: Program;
let stage: Stage;
let identity: string;
let file: Buffer;
let archive: CaseArchive;
let coordinator: HeldSession;
let leaders: { leadId: string; deputyId: string };

beforeAll(async () => {
  source = await startProgram();
  stage = await setTheStage(source);
  const { duty } = stage.sessions;
  const path = `/api/v1/cases/${stage.openCase.id}`;
  const { statements } = await must<OpenedCase>(duty.call('GET', path));
  await must(
    duty.call('POST', `${path}/statements`, {
      kind: 'seen',
      words: 'He was at the sports ground that day.',
      source: 'The caretaker',
      contradicts: [statements[0]!.id],
    }),
  );
  const identifier = { act: 'enter', field: 'phone', value: '+34 600 123 456' };
  await must(duty.call('POST', `${path}/people/${stage.casePerson}/identifiers`, identifier));
  await source.databases.owner.query('delete from statement_files');
  const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#246' } })
    .webp()
    .toBuffer();
  await source.ground.database.withActor(source.actors.duty, (tx) =>
    addStatementFiles(tx, source.ground, stage.openCase.id, stage.said.statement, [{ bytes }]),
  );
  await source.sequence();
  await source.checkpoint();
  identity = await generateIdentity();
  file = await exported(source, duty, stage.openCase.id, [await identityToRecipient(identity)]);
  archive = (await unpacked(file, identity)).archive;
  target = await startProgram({ slug: 'other-town' });
  coordinator = await sessionOf(target, target.actors.coordinator);
  leaders = { leadId: target.actors.duty.personId, deputyId: target.actors.second.personId };
}, 180_000);
afterAll(async () => {
  await source.close();
  await target.close();
});

const options = () => ({ opensWith: identity, ...leaders });
const bring = (bytes: Buffer, more: object = {}) => bringIn(target, coordinator, bytes, { ...options(), ...more });
const look = (bytes: Buffer, opensWith = identity) => bringIn(target, coordinator, bytes, { opensWith }, '/look');
const casesThere = async () => (await target.databases.owner.query('select count(*)::int as n from cases')).rows[0].n;
const filesThere = () => {
  const folder = join(target.folder, 'files');
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;
};
const fieldsOf = (answer: { body: unknown }) => (answer.body as { fields?: object }).fields;

/** The same archive, changed and sealed again to the same key. */
async function changed(change: (archive: CaseArchive) => void): Promise<Buffer> {
  const copy = structuredClone(archive);
  change(copy);
  return await sealed(gzipSync(Buffer.from(JSON.stringify(copy))));
}
const sealed = async (bytes: Buffer) =>
  await buffer(await seal(Readable.from([bytes]), { recipients: [await identityToRecipient(identity)] }));

describe('the archive of a case', () => {
  it('holds every part of it, opened, and what the reporter told without who they are', async () => {
    const { rows, reports, files, identifiers, staff } = archive;

    expect(archive.case.content).toMatchObject({ title: 'Rooms and times' });
    expect(rows.statements.map(({ content }) => content.words)).toContain('He was at the sports ground that day.');
    expect([rows.actions.length, rows.inquiries.length, rows.subjectRequests.length]).toEqual([1, 1, 1]);
    expect(rows.disclosures.map(({ gives }) => gives)).toEqual(['summary']);
    expect(rows.handOverOffers[0]?.note).toBe('Please take it on.');
    expect(reports.map(({ concern }) => concern.what)).toEqual(['He wrote down rooms and times.']);
    expect(identifiers.map(({ value }) => value)).toEqual(['+34 600 123 456']);
    expect(files.map(({ of }) => of)).toEqual(['statement']);
    expect(staff.map(({ name }) => name)).toEqual(expect.arrayContaining(['Dina Utyman', 'Mem Berri']));
  });

  it('leaves nothing out that any table holds of a case', async () => {
    const { archivedCase, archivedRows, ofTheStore, staysHere } = await import('./rows.ts');
    const parts = `with recursive part as (
      select 'cases'::regclass as holder union
      select c.conrelid::regclass from pg_constraint c join part on c.confrelid = part.holder where c.contype = 'f')
      select holder::text as name, array_agg(attname::text) as columns from part join pg_attribute on attrelid = holder
      where attnum > 0 and not attisdropped group by holder`;
    const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

    const { rows } = await source.databases.owner.query<{ name: string; columns: string[] }>(parts);

    const missing = rows.flatMap(({ name, columns }) => {
      const table = camel(name);
      if (table in staysHere) return [];
      const shape = (table === 'cases' ? archivedCase : archivedRows[table as 'statements'])?.shape ?? {};
      return columns
        .map(camel)
        .filter((column) => !['communityId', 'caseId', ...ofTheStore].includes(column) && !(column in shape))
        .map((column) => `${table}.${column}`);
    });
    expect(rows.length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });

  it('is of the shape that is published; FORESTALL_RECORD_SCHEMA=1 writes it anew, for a reviewer to read', () => {
    const published = new URL('../../../docs/case-archive-1.schema.json', import.meta.url);
    const shape = `${JSON.stringify(z.toJSONSchema(caseArchive, { override: withoutPattern }), null, 2)}\n`;
    if (process.env.FORESTALL_RECORD_SCHEMA) writeFileSync(published, shape);

    const written = readFileSync(published, 'utf8');

    expect(JSON.parse(written)).toEqual(JSON.parse(shape));
  });

  it('carries a proof that the program which stands alone finds true', () => {
    const program = fileURLToPath(new URL('../../platform/audit/tree/verify-log.ts', import.meta.url));
    const { verifierKey, lines, entries } = archive.proof!;

    const run = spawnSync(process.execPath, [program, verifierKey], { input: lines });

    expect(entries).toBeGreaterThan(10);
    expect(run.stdout.toString()).toContain(`its ${entries} entries stand in the log`);
  });

  it('is written down as a disclosure, with the hash of the file, to whom and why', async () => {
    const path = `/api/v1/cases/${stage.openCase.id}/disclosures`;

    const { disclosures } = await must<CaseSharing>(stage.sessions.duty.call('GET', path));

    const { sha256 } = (await look(file)).body as ArchiveLookedAt;
    expect(disclosures[0]).toMatchObject({ gives: 'case', way: 'archive', necessity: 'They see him tomorrow.' });
    expect(disclosures[0]?.parcel.archive).toBe(sha256);
  });

  it('is given for no key that is none, and to nobody but lead and deputy', async () => {
    const path = `/api/v1/cases/${stage.openCase.id}/archive`;

    const noKey = await stage.sessions.duty.call('POST', path, anExport(source, ['age1nothing']));
    const member = await stage.sessions.member.call('POST', path, anExport(source, ['age1nothing']));

    expect([noKey.status, fieldsOf(noKey)]).toEqual([400, { ageKeys: 'not-an-age-key' }]);
    expect(member.status).toBe(404);
  });
});

describe('a case from an archive', () => {
  it('shows what an archive holds and keeps nothing of it', async () => {
    const before = [await casesThere(), filesThere()];

    const answer = await look(file);

    expect(answer.body).toMatchObject({
      from: 'Test Town',
      title: 'Rooms and times',
      holds: { statements: 2, people: 1, openActions: 1, reports: 1, files: 1 },
      proof: { isTrue: true },
      faults: [],
      before: [],
    });
    expect([await casesThere(), filesThere()]).toEqual(before);
  });

  it('is the same here in every part, led by people of here, and its whole past can be read beside it', async () => {
    const answer = await bring(file);
    const { id } = answer.body as { id: string };
    const lead = await sessionOf(target, target.actors.duty);
    const there = await must<OpenedCase>(stage.sessions.duty.call('GET', `/api/v1/cases/${stage.openCase.id}`));
    const here = await must<OpenedCase>(lead.call('GET', `/api/v1/cases/${id}`));
    const { people } = await must<CasePeople>(lead.call('GET', `/api/v1/cases/${id}/people`));
    const brought = await must<BroughtCase>(lead.call('GET', `/api/v1/cases/${id}/brought`));
    const asLead = target.actors.duty;
    const whole = await target.ground.database.withActor(asLead, (tx) => archiveOf(tx, target.ground, id));

    const picture = `/api/v1/cases/${id}/brought/pictures/${brought.files[0]!.id}`;
    const nobody = await sessionOf(target, target.actors.member);
    const seen = await lead.call('GET', picture);
    const hidden = await nobody.call('GET', picture);

    const said = ({ statements }: OpenedCase) =>
      statements.map(({ kind, words, source, happened, signs, contradicts }) => ({
        ...{ kind, words, source, happened, signs },
        contradicts: contradicts.map((other) => statements.findIndex((each) => each.id === other)),
      }));
    expect(answer.status).toBe(201);
    expect(said(here)).toEqual(said(there));
    expect(here.statements.map(({ files }) => files.length)).toEqual(there.statements.map(({ files }) => files.length));
    expect([here.lead.id, here.deputy.id]).toEqual([leaders.leadId, leaders.deputyId]);
    expect([here.title, here.stage, here.levelOfConcern]).toEqual([there.title, there.stage, 'unrated']);
    expect(here.actions.map(({ words, dueAt, assignee }) => [words, dueAt, assignee.id])).toEqual(
      there.actions.map(({ words, dueAt }) => [words, dueAt, leaders.leadId]),
    );
    expect(people).toMatchObject([{ pseudonym: 'Grey', identifiers: [{ value: '+34 600 123 456' }] }]);
    expect([seen.status, seen.headers.get('content-type'), hidden.status]).toEqual([200, 'image/webp', 404]);
    expect(whole.archive).toEqual(archive);
    expect(brought).toMatchObject({ from: 'Test Town', proof: { isTrue: true, entries: archive.proof?.entries } });
    expect(brought.story.map(({ texts }) => texts.join(' ')).join(' ')).toContain('He wrote down rooms and times.');
    const ids = new Set(JSON.stringify(there).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
    expect((JSON.stringify(here).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []).filter((each) => ids.has(each))).toEqual(
      [],
    );
  });

  it('says that an archive was here before, and takes it no second time', async () => {
    const again = await bring(file);
    const { before } = (await look(file)).body as ArchiveLookedAt;

    expect([again.status, fieldsOf(again)]).toEqual([400, { file: 'brought-in-already' }]);
    expect(before).toMatchObject([{ isSame: true }]);
    expect(await casesThere()).toBe(1);
  });

  it('writes down the hash of the archive and how much of its past was proven', async () => {
    const { rows } = await target.databases.owner.query<{ body: string }>(
      `select body from audit_entries where act = 'case-brought-in'`,
    );

    const { sha256 } = (await look(file)).body as ArchiveLookedAt;
    expect(rows.map(({ body }) => JSON.parse(body).facts)).toMatchObject([
      { archive: sha256, proven: archive.proof?.entries },
    ]);
  });

  it.each([
    ['cut short', async () => file.subarray(0, -100), { file: 'archive-damaged' }],
    ['changed in one byte', async () => flipped(file, file.length - 2_000), { file: 'archive-damaged' }],
    ['changed in its heading', async () => flipped(file, 60), { file: 'archive-does-not-open' }],
    ['no archive at all', async () => Buffer.from('not an archive'), { file: 'archive-does-not-open' }],
    ['an archive of something else', async () => sealed(gzipSync('{"format":"other"}')), { file: 'not-an-archive' }],
    ['no compressed text', async () => sealed(Buffer.from('plain')), { file: 'not-an-archive' }],
    ['newer', async () => changed((each) => Object.assign(each, { version: 2 })), { file: 'archive-newer' }],
    [
      'without a part',
      async () => changed((each) => Object.assign(each.rows, { statements: undefined })),
      { file: 'archive-not-whole' },
    ],
  ])('is refused whole when the archive is %s', async (_, damage, fields) => {
    const before = [await casesThere(), filesThere()];

    const answer = await bring(await damage());

    expect([answer.status, fieldsOf(answer)]).toEqual([400, fields]);
    expect([await casesThere(), filesThere()]).toEqual(before);
  });

  it('is refused with another key, and when a few bytes would become a heap', async () => {
    const wrong = await bring(file, { opensWith: await generateIdentity() });
    const bomb = await bring(await sealed(gzipSync(Buffer.alloc(200 * 1024 * 1024))));

    expect(fieldsOf(wrong)).toEqual({ file: 'archive-does-not-open' });
    expect(bomb.status).toBe(413);
  });

  it.each([
    [
      'a proof in which an entry says something else',
      (each: CaseArchive) => {
        each.proof!.lines = each.proof!.lines.replace('statement-added', 'statement-addet');
      },
      'proof-false',
    ],
    [
      'a proof of another case',
      (each: CaseArchive) => {
        each.case.id = '0192f0c0-0000-7000-8000-000000000000';
      },
      'proof-of-another-case',
    ],
    [
      'a picture that is not the one that was sent',
      (each: CaseArchive) => {
        each.files[0]!.base64 = Buffer.from('other').toString('base64');
      },
      'file-changed',
    ],
  ])('shows %s as a fault and stays out', async (_, change, because) => {
    const bytes = await changed(change);

    const { faults } = (await look(bytes)).body as ArchiveLookedAt;
    const answer = await bring(bytes);

    expect(faults.map((fault) => fault.because)).toEqual([because]);
    expect(fieldsOf(answer)).toEqual({ file: 'archive-has-faults' });
  });

  it('needs a lead and a deputy who are two and work here', async () => {
    const other = await changed((each) => Object.assign(each, { madeAt: '2026-01-01T00:00:00.000Z' }));
    const [before, files] = [await casesThere(), filesThere()];

    const same = await bring(other, { deputyId: leaders.leadId });
    const stranger = await bring(other, { deputyId: source.actors.second.personId });

    expect([fieldsOf(same), fieldsOf(stranger)]).toEqual([
      { deputyId: 'same-person-twice' },
      { deputyId: 'not-an-active-member' },
    ]);
    expect([await casesThere(), filesThere()]).toEqual([before, files]);
  });

  it('is brought in by coordinators only', async () => {
    const lead = await sessionOf(target, target.actors.duty);

    const answers = [
      await bringIn(target, lead, file, options()),
      await bringIn(target, lead, file, { opensWith: identity }, '/look'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });
});

/** What a format says already is not said again. */
const withoutPattern = ({ jsonSchema }: { jsonSchema: { format?: string; pattern?: string } }) => {
  if (jsonSchema.format) delete jsonSchema.pattern;
};

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ 1;
  return copy;
}
