import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DensityGrid, Frame, Trajectories } from '../result.ts';
import { anExample } from '../scenario/an-example.ts';
import { checkScenario } from '../scenario/check-scenario.ts';
import { cell, densityCsv, trajectoriesCsv } from './csv.ts';
import { writeJupedsimSqlite } from './jupedsim-sqlite.ts';
import { jupedsimText } from './jupedsim-text.ts';
import { packTrajectories, unpackTrajectories } from './trajectory-file.ts';

const scenario = checkScenario(anExample).scenario!;

const frame = (
  time: number,
  people: readonly (readonly [id: number, level: number, x: number, y: number])[],
): Frame => ({
  time,
  ids: Uint32Array.from(people, ([id]) => id),
  levels: Uint16Array.from(people, ([, level]) => level),
  places: Float32Array.from(people.flatMap(([, , x, y]) => [x, y])),
});

const walk: Trajectories = {
  every: 0.5,
  frames: [
    frame(0, [
      [2, 0, 3, 4],
      [1, 0, 1.5, 2],
    ]),
    frame(0.5, [
      [1, 0, 2.125, 2],
      [2, 1, 0.25, 0.5],
    ]),
    frame(1, [[1, 0, 2.75, 2]]),
  ],
};

const inOrder = ({ ids, levels, places }: Frame) =>
  Array.from(ids, (id, i) => ({ id, level: levels[i], x: places[2 * i]!, y: places[2 * i + 1]! })).sort(
    (a, b) => a.id - b.id,
  );

describe('trajectory-file', () => {
  it('gives back what it was given, with the text kept beside it', () => {
    const back = unpackTrajectories(packTrajectories(walk, '{"seed":1}'));

    expect(back.about).toBe('{"seed":1}');
    expect(back.every).toBe(0.5);
    expect(back.frames.map(inOrder)).toEqual(walk.frames.map(inOrder));
  });

  it('gives back any people to the millimetre', () => {
    const person = fc.tuple(
      fc.nat(4_000_000),
      fc.nat(9),
      fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      fc.double({ min: -1e4, max: 1e4, noNaN: true }),
    );
    const crowd = fc.uniqueArray(person, { selector: ([id]) => id, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(crowd, { maxLength: 8 }), (crowds) => {
        const given = { every: 0.25, frames: crowds.map((people, i) => frame(i / 4, people)) };
        const back = unpackTrajectories(packTrajectories(given));
        return given.frames.every((one, i) =>
          inOrder(one).every((p, j) => {
            const q = inOrder(back.frames[i]!)[j]!;
            return p.id === q.id && p.level === q.level && Math.abs(p.x - q.x) < 0.002 && Math.abs(p.y - q.y) < 0.002;
          }),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('refuses any other or shortened bytes with a RangeError', () => {
    const good = packTrajectories(walk);
    const refuses = (bytes: Uint8Array) => {
      try {
        unpackTrajectories(bytes);
        return false;
      } catch (cause) {
        return cause instanceof RangeError;
      }
    };

    for (let length = 0; length < good.length; length++) expect(refuses(good.subarray(0, length))).toBe(true);
    expect(refuses(new TextEncoder().encode('a text file'))).toBe(true);
  });

  it('takes less than six bytes for each walking person and frame', () => {
    const frames = Array.from({ length: 100 }, (_, i) =>
      frame(
        i / 2,
        Array.from({ length: 50 }, (_, id) => [id, 0, id + 0.65 * i, 0.05 * i] as const),
      ),
    );

    expect(packTrajectories({ every: 0.5, frames }).length / (100 * 50)).toBeLessThan(6);
  });
});

describe('csv', () => {
  it('writes one line for each person and frame with the name of the place', () => {
    const lines = [...trajectoriesCsv({ every: 0.5, frames: [walk.frames[0]!] }, scenario)];

    expect(lines).toEqual(['time,id,place,x,y\n', '0,1,ground,1.5,2\n', '0,2,ground,3,4\n']);
  });

  it('keeps commas, quotes and formulas of a name out of harm', () => {
    expect([cell('a,b'), cell('a"b'), cell('=1+1')]).toEqual(['"a,b"', '"a""b"', "'=1+1"]);
  });

  it('leaves out the cells that nobody entered', () => {
    const two = Float32Array.of(0, 4.5);
    const grid: DensityGrid = {
      level: '0',
      cell: 1,
      x0: 10,
      y0: 20,
      columns: 2,
      rows: 1,
      highest: two,
      timeOfHighest: two,
      secondsAbove4: two,
      secondsAbove5: two,
      secondsAbove6: two,
    };

    expect([...densityCsv([grid])].slice(1)).toEqual(['0,11.5,20.5,4.5,4.5,4.5,4.5,4.5\n']);
  });
});

describe('jupedsim forms', () => {
  it('writes the text form with frame rate and unit in its head and the people of one level', () => {
    const lines = [...jupedsimText(walk, scenario)].join('').trim().split('\n');

    expect(lines[0]).toBe('# framerate: 2');
    expect(lines[1]).toMatch(/^# geometry: POLYGON \(\(0 0, 30 0,/);
    expect(lines[2]).toContain('x/m');
    expect(lines.slice(3)).toEqual([
      '1\t0\t1.5000\t2.0000\t0',
      '2\t0\t3.0000\t4.0000\t0',
      '1\t1\t2.1250\t2.0000\t0',
      '1\t2\t2.7500\t2.0000\t0',
    ]);
  });

  it('writes the SQLite form, version 2, with the direction of each walk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'crowd-'));
    await writeJupedsimSqlite(join(folder, 'walk.sqlite'), walk, scenario);

    const database = new DatabaseSync(join(folder, 'walk.sqlite'), { readOnly: true });
    const metadata = Object.fromEntries(
      database
        .prepare('SELECT key, value FROM metadata')
        .all()
        .map((row) => [row.key, row.value]),
    );
    const people = database.prepare('SELECT frame, id, pos_x, ori_x FROM trajectory_data WHERE id = 1').all();
    database.close();
    rmSync(folder, { recursive: true });
    expect(metadata).toMatchObject({ version: '2', fps: '2', xmin: '1.5', xmax: '3' });
    expect(people.map((row) => [row.frame, row.pos_x, row.ori_x])).toEqual([
      [0, 1.5, 1],
      [1, 2.125, 1],
      [2, 2.75, 1],
    ]);
  });
});
