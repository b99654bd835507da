import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from '../program/program.ts';

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.close());

describe('spoken numbers', () => {
  it('are drawn again where two reports draw the same one', async () => {
    const { chance } = program.ground;
    const told = (what: string) =>
      program.request('POST', '/api/v1/reports', { body: { dangerNow: false, what, language: 'en' } });
    const first = (await told('First.')).body as { number: string };
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const drawn = Buffer.from([...first.number.replace('-', '')].map((letter) => alphabet.indexOf(letter)));
    let repeats = 1;
    const loaded = (count: number) => (count === 6 && repeats-- > 0 ? drawn : chance.bytes(count));
    Object.assign(program.ground, { chance: { bytes: loaded } });

    const second = await told('Second.');

    Object.assign(program.ground, { chance });
    expect(repeats).toBeLessThan(0);
    expect(second.status).toBe(201);
    expect((second.body as { number: string }).number).not.toBe(first.number);
  });
});

describe('receipts', () => {
  it('are drawn again where two reports draw the same locator', async () => {
    const { chance } = program.ground;
    const told = (what: string) =>
      program.request('POST', '/api/v1/reports', { body: { dangerNow: false, what, language: 'en' } });
    const first = (await told('Third.')).body as { receipt: string };
    const drawn = Buffer.from([...first.receipt].map(Number));
    let repeats = 1;
    const loaded = (count: number) =>
      count === 32 && repeats-- > 0 ? Buffer.concat([drawn, Buffer.alloc(32 - drawn.length)]) : chance.bytes(count);
    Object.assign(program.ground, { chance: { bytes: loaded } });

    const second = await told('Fourth.');

    Object.assign(program.ground, { chance });
    const { receipt } = second.body as { receipt: string };
    const opened = await program.request('POST', '/api/v1/receipts/open', { body: { receipt } });
    expect(repeats).toBeLessThan(0);
    expect(second.status).toBe(201);
    expect(receipt).not.toBe(first.receipt);
    expect(opened.status).toBe(200);
  });
});
