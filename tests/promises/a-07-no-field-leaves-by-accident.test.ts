import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { session } from '../../src/community/contract.ts';
import { prepareReport, receiveReport } from '../../src/reports/commands/receive-report.ts';
import { concern } from '../../src/reports/contract.ts';
import { type Answered, type CastKey, cast, type Program, startProgram } from '../program/program.ts';
import { rehearsal, rehearsed } from '../program/rehearsing.ts';
import { sessionOf } from '../program/sessions.ts';
import { type Stage, setTheStage } from '../program/stage.ts';
import { doorOf, validRequests } from '../program/valid-requests/index.ts';

/** The recorded fields; `FORESTALL_RECORD_FIELDS=1` writes them anew, for a reviewer to read what was added. */
const record = new URL('./a-07-fields.json', import.meta.url);
type Fields = Record<string, Record<string, string[]>>;

/** Words of content that the stage was set with: nobody without a key may ever be sent them. */
const content = [
  'He wrote down rooms and times.',
  'Rooms and times',
  'A list on a desk.',
  'Talk with the family.',
  'The youth service',
  'Thank you.',
  'Please take it on.',
];

/** Doors whose answer is JSON although it leaves as a Response of its own. */
const beside: Record<string, z.ZodType> = { 'POST /api/v1/sign-in': session };

let program: Program;
let stage: Stage;
let heard: unknown;
let fieldsOfEvents: string[];
const answers: { door: string; who: string; answer: Answered }[] = [];

beforeAll(async () => {
  const { routes, begin } = rehearsal((answer) => {
    heard = answer;
  });
  program = await startProgram({ routes });
  stage = await setTheStage(program);
  await askEverybody('GET');
  fieldsOfEvents = await followTheLog();
  begin();
  await askWhoMay();
}, 120_000);
afterAll(() => program.close());

/** Everybody of the cast asks every door that only reads, also for a report with an image. */
async function askEverybody(method: 'GET'): Promise<void> {
  const prepared = await prepareReport(program.ground, [{ bytes: Buffer.from('pixels') }]);
  const told = concern.parse({ dangerNow: false, what: 'With an image.', language: 'en' });
  await program.as({ kind: 'public', communityId: program.communityId }, (tx) =>
    receiveReport(tx, program.ground, told, prepared, 'api'),
  );
  for (const who of Object.keys(cast) as CastKey[]) {
    const { headers } = await sessionOf(program, program.actors[who]);
    for (const [door, { path }] of Object.entries(validRequests(program, stage))) {
      if (!door.startsWith(method) || door.endsWith('events')) continue;
      answers.push({ door, who, answer: await program.request(method, path, { headers }) });
      const isReport = door === 'GET /api/v1/reports/{id}';
      if (isReport)
        answers.push({
          door,
          who,
          answer: await program.request(method, `/api/v1/reports/${prepared.id}`, { headers }),
        });
    }
  }
}

/** The fields of the first live events that somebody receives. */
async function followTheLog(): Promise<string[]> {
  await program.sequence();
  const { headers } = await sessionOf(program, program.actors.second);
  const { url, close } = await program.listen();
  const stream = await fetch(`${url}/api/v1/events`, { headers: { ...headers, 'last-event-id': '0' } });
  let text = '';
  for await (const piece of stream.body!.pipeThrough(new TextDecoderStream())) {
    text += piece;
    if (text.includes('data: ')) break;
  }
  await close();
  const events = [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) =>
    Object.keys(JSON.parse(json!)).toSorted().join(),
  );
  return [...new Set(events)];
}

/** Every other door is asked by somebody who may, and what it would answer is taken before the act is taken back. */
async function askWhoMay(): Promise<void> {
  for (const [door, { as, path, body }] of Object.entries(validRequests(program, stage))) {
    if (door.startsWith('GET')) continue;
    const headers = as ? stage.sessions[as].headers : {};
    const answer = await program.request(door.split(' ')[0]!, path, { body, headers });
    if (answer.status !== rehearsed) continue;
    const text = JSON.stringify(heard) ?? '';
    answers.push({
      door,
      who: as ?? 'public',
      answer: { ...answer, status: 200, text, body: text ? JSON.parse(text) : null },
    });
  }
}

const schemaOf = (door: string): z.ZodType | null => {
  const { answer } = program.routes.find((each) => doorOf(each) === door)!;
  return answer instanceof z.ZodType ? answer : (beside[door] ?? null);
};

/** Every name in an answer, by its path; what stands in a list or under names of its own stands under `[]` or `*`. */
function fieldsOf(value: unknown, schema: unknown, path = ''): string[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return fieldsOf(value, schema.unwrap(), path);
  if (Array.isArray(value))
    return value.flatMap((each) => fieldsOf(each, schema instanceof z.ZodArray ? schema.element : null, `${path}[]`));
  if (value === null || typeof value !== 'object') return [path];
  if (schema instanceof z.ZodRecord)
    return Object.values(value).flatMap((each) => fieldsOf(each, schema.valueType, `${path}.*`));
  const shape: Record<string, unknown> = schema instanceof z.ZodObject ? schema.shape : {};
  return Object.entries(value).flatMap(([name, each]) => fieldsOf(each, shape[name], path ? `${path}.${name}` : name));
}

/** The same schema, in which no object takes a field that it does not name; those of a browser's library are open by intent. */
function strictly(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodObject && schema.def.catchall === undefined)
    return z.strictObject(
      Object.fromEntries(Object.entries(schema.shape).map(([name, each]) => [name, strictly(each)])),
    );
  if (schema instanceof z.ZodArray) return z.array(strictly(schema.element));
  if (schema instanceof z.ZodNullable) return strictly(schema.unwrap()).nullable();
  if (schema instanceof z.ZodOptional) return strictly(schema.unwrap()).optional();
  return schema as z.ZodType;
}

const isAnswered = ({ answer }: { answer: Answered }) => answer.status < 300 && answer.body !== null;

function seenFields(): Fields {
  const seen: Record<string, Record<string, Set<string>>> = {};
  for (const { door, who, answer } of answers.filter(isAnswered)) {
    const schema = schemaOf(door);
    if (!schema) continue;
    const byWho = seen[door] ?? {};
    seen[door] = { ...byWho, [who]: new Set([...(byWho[who] ?? []), ...fieldsOf(answer.body, schema)]) };
  }
  const sorted = Object.entries(seen).map(([door, byWho]) => [
    door,
    Object.fromEntries(Object.entries(byWho).map(([who, fields]) => [who, [...fields].toSorted()])),
  ]);
  return Object.fromEntries(sorted.toSorted(([one], [other]) => String(one).localeCompare(String(other))));
}

/** What the answers hold and the record does not. */
function unrecorded(seen: Fields, recorded: Fields): string[] {
  return Object.entries(seen).flatMap(([door, byWho]) =>
    Object.entries(byWho).flatMap(([who, fields]) =>
      fields.filter((field) => !recorded[door]?.[who]?.includes(field)).map((field) => `${door} gives ${who} ${field}`),
    ),
  );
}

describe('A-07 no field leaves by accident', () => {
  it('asks every door that answers in JSON', () => {
    const asked = new Set(answers.filter(isAnswered).map(({ door }) => door));
    const unasked = program.routes.map(doorOf).filter((door) => schemaOf(door) && !asked.has(door));

    expect(unasked.toSorted()).toEqual([
      'GET /api/v1/partner-views/{id}',
      'POST /api/v1/case-archives/{id}/cancellation',
      'POST /api/v1/case-imports/{id}/cancellation',
      'POST /api/v1/invitations/joining',
      'POST /api/v1/lendings',
      'POST /api/v1/lendings/{id}/answers',
      'POST /api/v1/partner/reports',
      'POST /api/v1/passkeys/registration',
      'POST /api/v1/password',
      'POST /api/v1/recovery/code',
      'POST /api/v1/recovery/kit',
      'POST /api/v1/recovery/requests/completion',
      'POST /api/v1/set-up',
      'POST /api/v1/settings/test-mail',
      'POST /api/v1/tip-imports/{id}/cancellation',
      'POST /api/v1/totp/confirmation',
    ]);
  });

  it('gives each role the recorded fields and no other', () => {
    const seen = seenFields();
    if (process.env.FORESTALL_RECORD_FIELDS) writeFileSync(record, `${JSON.stringify(seen, null, 2)}\n`);
    const recorded = JSON.parse(readFileSync(record, 'utf8')) as Fields;

    expect(unrecorded(seen, recorded)).toEqual([]);
    expect(unrecorded(recorded, seen)).toEqual([]);
  });

  it('answers with what the contract of the door names, and nothing beside it', () => {
    const faults = answers.filter(isAnswered).flatMap(({ door, who, answer }) => {
      const schema = schemaOf(door);
      const read = schema && strictly(schema).safeParse(answer.body);
      return !read || read.success
        ? []
        : read.error.issues.map((issue) => `${door} to ${who}: ${issue.path.join('.')} ${issue.message}`);
    });

    expect([...new Set(faults)]).toEqual([]);
  });

  it('sends the overseer no word of content', () => {
    const toOverseer = answers.filter(({ who, door }) => who === 'overseer' && door.startsWith('GET'));
    const toDuty = answers
      .filter(({ who }) => who === 'duty')
      .map(({ answer }) => answer.text)
      .join('\n');

    expect(toOverseer.filter(isAnswered).length).toBeGreaterThan(5);
    expect(
      toOverseer.flatMap(({ door, answer }) =>
        content.filter((words) => answer.text.includes(words)).map((words) => `${door}: ${words}`),
      ),
    ).toEqual([]);
    expect(content.filter((words) => !toDuty.includes(words))).toEqual([]);
  });

  it('sends live events with the recorded fields', () => {
    expect(fieldsOfEvents).toEqual(['act,at,community,id,recordId,recordKind']);
  });

  it('would notice a row that is spread into an answer', () => {
    const seen = seenFields();
    const [door, byWho] = Object.entries(seen)[0]!;
    const [who, fields] = Object.entries(byWho)[0]!;
    const spread = { ...seen, [door]: { ...byWho, [who]: [...fields, 'passwordLockedKey'] } };

    expect(unrecorded(spread, seen)).toEqual([`${door} gives ${who} passwordLockedKey`]);
    expect(
      strictly(session).safeParse({
        ...(answers.find((each) => each.door === 'POST /api/v1/sign-in')!.answer.body as object),
        lockedKey: '',
      }).success,
    ).toBe(false);
  });
});
