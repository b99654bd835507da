import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackTrajectories } from '../export/trajectory-file.ts';
import { anExample } from '../scenario/an-example.ts';

const bin = fileURLToPath(new URL('../../bin/forestall-crowd.mjs', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crowd-command-'));
  write('hall.json', anExample);
  write('walled-in.json', {
    ...anExample,
    exits: anExample.exits.map((exit) => ({ ...exit, closed: [[0, null]] })),
    refuges: [],
    groups: anExample.groups.slice(0, 1),
    maxTime: 20,
  });
  write('empty.json', { ...anExample, groups: [] });
  write('bow-tie.json', {
    ...anExample,
    exits: [
      {
        id: 'A',
        level: 'ground',
        area: [
          [31, 8],
          [32, 10],
          [32, 8],
          [31, 10],
        ],
      },
    ],
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a child process; `interruptAt` sends Ctrl-C as soon as that text was written to stderr. */
function command(args: readonly string[], interruptAt?: string): Promise<Ended> {
  const child = spawn(process.execPath, [bin, ...args], { cwd: folder });
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece) => (out += piece));
  child.stderr.on('data', (piece) => {
    err += piece;
    if (interruptAt !== undefined && err.includes(interruptAt)) child.kill('SIGINT');
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err })));
}

describe('forestall-crowd', () => {
  it('run --json prints one object on stdout, progress on stderr, and the same hash again', async () => {
    const first = await command(['run', 'hall.json', '--json', '--seed', '7']);
    const again = await command(['run', 'hall.json', '--json', '--seed', '7']);

    const result = JSON.parse(first.out);
    expect(first.status).toBe(0);
    expect(result).toMatchObject({ people: 180, remaining: 0, seed: 7, preset: 'empirical' });
    expect(result.evacuated + result.inRefuge + result.remaining).toBe(result.people);
    expect(JSON.parse(again.out).hash).toBe(result.hash);
    expect(first.err).toMatch(/\d+ % .*inside/);
  });

  it('run --runs gives every time as median and range, the same for any number of workers', async () => {
    const one = await command(['run', 'hall.json', '--json', '--runs', '3', '--workers', '1']);
    const two = await command(['run', 'hall.json', '--json', '--runs', '3', '--workers', '2']);

    expect(JSON.parse(one.out)).toMatchObject({
      runs: 3,
      timeToClear: { median: expect.any(Number), p5: expect.any(Number), p95: expect.any(Number) },
    });
    expect(two.out).toBe(one.out);
  });

  it('run without --json shows both presets side by side', async () => {
    const { out } = await command(['run', 'hall.json']);

    expect(out.split('\n')[0]).toMatch(/empirical +code-conservative/);
  });

  it('ends with 3 and no time when people remain', async () => {
    const { status, out } = await command(['run', 'walled-in.json', '--json']);

    expect(status).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ remaining: 160, timeToClear: null });
  });

  it('answers sensibly when there is nobody', async () => {
    const { status, out } = await command(['run', 'empty.json', '--json']);

    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ people: 0, remaining: 0 });
  });

  it('ends with 2 and one line a fault for bad input', async () => {
    const bad = await command(['run', 'bow-tie.json']);
    const missing = await command(['check', 'nowhere.json']);
    const option = await command(['run', 'hall.json', '--colour']);
    const seed = await command(['run', 'hall.json', '--seed', 'x']);

    expect([bad.status, missing.status, option.status, seed.status]).toEqual([2, 2, 2, 2]);
    expect(bad.err).toMatch(/^exits\[0\]\.area: .* List its corners in order.*\n$/);
    expect([missing.err, option.err, seed.err].every((text) => text.trim().split('\n').length === 1)).toBe(true);
    expect(bad.out + missing.out + option.out + seed.out).toBe('');
  });

  it('stops cleanly on Ctrl-C', async () => {
    const alone = await command(['run', 'hall.json', '--runs', '5000', '--json'], ' of 5000 runs');

    expect(alone.status).toBe(130);
    expect(alone.out).toBe('');
    expect(alone.err).toContain('Cancelled');
  });

  it('init writes a file that check finds good, and does not replace it unasked', async () => {
    const made = await command(['init', 'new.json']);
    const checked = await command(['check', 'new.json']);
    const again = await command(['init', 'new.json']);

    expect([made.status, checked.status, again.status]).toEqual([0, 0, 2]);
    expect(readFileSync(join(folder, 'new.json'), 'utf8')).toContain('[30, 0],\n');
    expect(JSON.parse(readFileSync(join(folder, 'new.json'), 'utf8'))).toEqual(anExample);
    expect(again.err).toContain('--force');
  });

  it('init reads a drawing and says what it mended', async () => {
    writeFileSync(join(folder, 'plan.wkt'), 'POLYGON ((0 0, 5 0, 10 0, 10 8, 0 8, 0 0))');

    const { status, out, err } = await command(['init', '--from', 'plan.wkt']);

    expect(status).toBe(0);
    expect(JSON.parse(out).levels[0].walkable[0].outer).toHaveLength(4);
    expect(err).toContain('repaired: walkable: dropped 1 corner that');
  });

  it('names the file where a whole file is at fault', async () => {
    writeFileSync(join(folder, 'cut.wkt'), 'POLYGON ((0 0, 1');
    writeFileSync(join(folder, 'list.json'), '[]');

    const [drawing, list] = [await command(['init', '--from', 'cut.wkt']), await command(['run', 'list.json'])];

    expect([drawing.status, list.status]).toEqual([2, 2]);
    expect(drawing.err).toMatch(/^cut\.wkt: The text ends too soon\. Give POLYGON/);
    expect(list.err).toMatch(/^list\.json: .* Give an object/);
  });

  it('estimate answers by three methods', async () => {
    const { status, out } = await command(['estimate', 'hall.json', '--json']);

    expect(status).toBe(0);
    expect(JSON.parse(out).methods.map(({ id }: { id: string }) => id)).toEqual(['sfpe', 'imo', 'green-guide']);
  });

  it('estimate says where nobody heads, which exit is lost, and who reaches none', async () => {
    const { status, out } = await command(['estimate', 'walled-in.json']);

    expect(status).toBe(3);
    expect(out).toContain('160 people, 160 of them reach no exit: 160 of "audience"');
    expect(out).toMatch(/east door +0 +0 +lost/);
    expect((await command(['estimate', 'empty.json'])).out).toMatch(/east door +0 +0\.0 s +–/);
  });

  it('without-each-exit loses one exit at a time, each beside its remedies', async () => {
    const { status, out } = await command(['without-each-exit', 'hall.json', '--json']);

    const { losses, whole } = JSON.parse(out);
    expect(status).toBe(0);
    expect(losses.map(({ exit }: { exit: string }) => exit)).toEqual(['east door', 'north door', 'west door']);
    expect(losses[1].outcomes.empirical.timeToClear.median).toBeGreaterThan(whole.empirical.timeToClear.median);
    expect(Object.keys(losses[0].remedies)).toEqual(['widerDoor', 'secondWay', 'stewarding']);
  });

  it('writes trajectories in each form and a report of one file', async () => {
    for (const file of ['walk.fctj', 'walk.csv', 'walk.txt', 'walk.sqlite']) {
      expect(
        (await command(['run', 'hall.json', '--json', '--preset', 'empirical', '--trajectories', file])).status,
      ).toBe(0);
      expect(existsSync(join(folder, file))).toBe(true);
    }
    const { status } = await command(['report', 'hall.json', '-o', 'page.html', '--runs', '2', '--language', 'ca']);

    expect(unpackTrajectories(readFileSync(join(folder, 'walk.fctj'))).frames[0]?.ids).toHaveLength(180);
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toMatch(/^<!doctype html>\n<html lang="ca">/);
  });
});
