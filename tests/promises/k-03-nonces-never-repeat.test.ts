import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programFolder } from '../../src/platform/program-folder.ts';
import { nonceLength } from '../program/many-nonces.ts';
import { type Program, startProgram } from '../program/program.ts';
import { reportConcern } from '../program/stage.ts';

/** 10⁷ encryptions by eight processes under one key; every run does 40,000. */
const isFull = process.env.FORESTALL_PROMISES === 'full';
const processes = 8;
const each = isFull ? 1_250_000 : 5_000;

/** Where random nonces of 96 bits may no longer be used under one key (NIST SP 800-38D, 8.3). */
const mostUnderOneKey = 2 ** 32;

/** How many of these nonces were there before. */
function repeats(nonces: Buffer): number {
  const count = nonces.length / nonceLength;
  const heads = new BigUint64Array(count);
  for (let at = 0; at < count; at += 1) heads[at] = nonces.readBigUInt64LE(at * nonceLength);
  const sorted = heads.toSorted();
  const doubtful = new Set(sorted.filter((head, at) => at > 0 && head === sorted[at - 1]));
  if (doubtful.size === 0) return 0;
  const seen = new Set<string>();
  let found = 0;
  heads.forEach((head, at) => {
    if (!doubtful.has(head)) return;
    const nonce = nonces.toString('hex', at * nonceLength, (at + 1) * nonceLength);
    if (seen.has(nonce)) found += 1;
    seen.add(nonce);
  });
  return found;
}

function noncesOfOneProcess(key: string): Promise<Buffer> {
  const child = spawn(process.execPath, [join(programFolder, 'tests/program/many-nonces.ts'), key, String(each)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return buffer(child.stdout);
}

describe('K-03 nonces never repeat', () => {
  it('under one key, whoever of eight processes encrypts', async () => {
    const key = randomBytes(32).toString('hex');

    const written = await Promise.all(Array.from({ length: processes }, () => noncesOfOneProcess(key)));
    const nonces = Buffer.concat(written);

    expect(nonces.length).toBe(processes * each * nonceLength);
    expect(repeats(nonces)).toBe(0);
  }, 3_600_000);

  it('and a single one that did would be found', () => {
    const nonces = randomBytes(1_000 * nonceLength);
    nonces.copy(nonces, 0, 500 * nonceLength, 501 * nonceLength);

    const found = repeats(nonces);

    expect(found).toBe(1);
  });
});

describe('K-03 a key is renewed before its nonces can repeat', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram();
  });
  afterAll(() => program.close());

  /** The generation of the installation key wraps most: a copy for each who may open a record, and once more for those opened. */
  it('since a generation ends each night: the promised load for a day stays a hundredfold below the bound', async () => {
    const { id } = await reportConcern(program);
    const { rows } = await program.databases.owner.query(
      'select count(*)::int as copies from wrapped_copies where record_id = $1',
      [id],
    );
    const reportsADay = 50 * 86_400;
    const encryptionsOfAReport = rows[0].copies * 2;

    expect(rows[0].copies).toBeGreaterThan(0);
    expect(reportsADay * encryptionsOfAReport * 100).toBeLessThan(mostUnderOneKey);
  });
});
