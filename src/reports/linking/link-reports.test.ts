import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../../../tests/program/program.ts';
import { type HeldSession, sessionOf } from '../../../tests/program/sessions.ts';
import { aCase } from '../../cases/testing/a-case.ts';
import { aReport } from '../testing/a-report.ts';

let program: Program;
let duty: HeldSession;
let report: string;
beforeAll(async () => {
  program = await startProgram();
  duty = await sessionOf(program, program.actors.duty);
  ({ id: report } = await aReport(program.ground, program.communityId));
});
afterAll(() => program.close());

const link = (to: string) => duty.call('POST', `/api/v1/reports/${report}/links`, { act: 'link', to });

describe('link-reports', () => {
  it('puts a report beside another one, however its id is written', async () => {
    const { id: other } = await aReport(program.ground, program.communityId);

    const answers = [await link(other), await link(other.toUpperCase())];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { rows } = await program.databases.owner.query('select from report_links');
    expect(rows).toHaveLength(1);
  });

  it('finds nothing beside itself, beside a case, or beside what never was', async () => {
    const { id: ofCase } = await aCase(program.ground, program.actors.duty, program.actors.second.personId);

    const answers = [
      await link(report),
      await link(report.toUpperCase()),
      await link(ofCase),
      await link(crypto.randomUUID()),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});
