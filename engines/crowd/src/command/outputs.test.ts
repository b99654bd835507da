import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anExample, rectangle } from '../scenario/an-example.ts';
import { main } from './main.ts';

let folder = '';
const at = (name: string) => join(folder, name);
const short = { ...anExample, maxTime: 5 };
const upstairs = {
  ...short,
  levels: [...anExample.levels, { id: 'up', walkable: [{ outer: rectangle(0, 0, 9, 9) }] }],
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crowd-outputs-'));
  writeFileSync(at('hall.json'), JSON.stringify(short));
  writeFileSync(at('two.json'), JSON.stringify(upstairs));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command here; `cancelAt` cancels it as soon as that text was written to stderr. */
async function said(args: readonly string[], cancelAt?: string) {
  const cancel = new AbortController();
  let [out, err] = ['', ''];
  const status = await main(args, {
    out: (text) => (out += text),
    err: (text) => {
      err += text;
      if (cancelAt !== undefined && err.includes(cancelAt)) cancel.abort(new Error('cancelled'));
    },
    isWatched: false,
    signal: cancel.signal,
  });
  return { status, out, err };
}

const run = ['--preset', 'empirical', '--json'];

describe('outputs of a run', () => {
  it('writes the trajectories in every form asked for', async () => {
    const files = ['walk.csv', 'walk.txt', 'walk.fctj'].map(at);

    await said(['run', at('hall.json'), ...run, ...files.flatMap((file) => ['--trajectories', file])]);

    expect(files.map((file) => existsSync(file))).toEqual([true, true, true]);
    expect(readFileSync(at('walk.txt'), 'utf8')).toMatch(/^# framerate: 2\n/);
  });

  it('refuses before the run what could not be written after it, each in one line', async () => {
    const bad = [
      ['--seed', '1', '--seed', '2'],
      ['--egress', at('a.csv'), '--egress', at('b.csv')],
      ['--egress', at('a.csv'), '--flow', at('a.csv')],
      ['--trajectories', at('no/such/folder.csv')],
      ['--trajectories', at('a.csv'), '--trajectories', at('a.csv')],
      ['--every', '0.1'],
      ['--level', 'up'],
      ['--seed', '-1'],
    ];

    const answers = await Promise.all(bad.map((options) => said(['run', at('hall.json'), ...run, ...options])));

    expect(answers.map(({ status }) => status)).toEqual(bad.map(() => 2));
    expect(answers.map(({ err }) => err.trimEnd().split('\n').length)).toEqual(bad.map(() => 1));
    expect(answers[0]!.err).toContain('--seed: It is given more than once');
    expect(readdirSync(folder).filter((name) => name.startsWith('a.'))).toEqual([]);
  });

  it('asks which level where a form holds one of several', async () => {
    const unsaid = await said(['run', at('two.json'), ...run, '--trajectories', at('level.txt')]);
    const wrong = await said(['run', at('two.json'), ...run, '--trajectories', at('level.txt'), '--level', 'cellar']);
    const right = await said(['run', at('two.json'), ...run, '--trajectories', at('level.txt'), '--level', 'up']);

    expect(unsaid.err).toContain('Say which with --level: "ground", "up"');
    expect(wrong.err).toContain('There is no level "cellar"');
    expect([unsaid.status, wrong.status, right.status]).toEqual([2, 2, 3]);
  });

  it('leaves what was there as it was when cancelled', async () => {
    writeFileSync(at('kept.csv'), 'before');

    const { status } = await said(['run', at('hall.json'), '--egress', at('kept.csv')], 'code-conservative');

    expect(status).toBe(130);
    expect(readFileSync(at('kept.csv'), 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('says where NaN stands, and reads a file that begins with a mark of its encoding', async () => {
    writeFileSync(at('nan.json'), JSON.stringify({ ...short, maxTime: 'here' }).replace('"here"', 'NaN'));
    writeFileSync(at('marked.json'), `\uFEFF${JSON.stringify(short)}`);

    const nan = await said(['check', at('nan.json')]);
    const marked = await said(['check', at('marked.json')]);

    expect(nan).toMatchObject({ status: 2, err: expect.stringMatching(/^maxTime: NaN is not allowed here\. .*\n$/) });
    expect(marked.status).toBe(0);
  });

  it('tells what a drawing still lacks', async () => {
    writeFileSync(at('plan.wkt'), 'POLYGON ((0 0, 10 0, 10 8, 0 8, 0 0))');

    const { err } = await said(['init', at('drawn.json'), '--from', at('plan.wkt')]);

    expect(err).toContain('Next: add your groups and exits, then forestall-crowd check');
  });
});
