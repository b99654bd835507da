import type { DatabaseSync } from 'node:sqlite';
import type { Trajectories } from '../result.ts';
import { boxAround } from '../scenario/rings.ts';
import type { Point, Scenario } from '../scenario/scenario.ts';
import { levelNumber } from './jupedsim-text.ts';
import { allStanding, type Standing, short } from './recorded.ts';
import { walkableWkt } from './wkt-of.ts';

const tables = `
  CREATE TABLE trajectory_data (frame INTEGER NOT NULL, id INTEGER NOT NULL, pos_x REAL NOT NULL, pos_y REAL NOT NULL,
    ori_x REAL NOT NULL, ori_y REAL NOT NULL);
  CREATE TABLE metadata (key TEXT NOT NULL UNIQUE PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE geometry (hash INTEGER NOT NULL, wkt TEXT NOT NULL);
  CREATE TABLE frame_data (frame INTEGER NOT NULL, geometry_hash INTEGER NOT NULL);
  CREATE INDEX frame_id_idx ON trajectory_data (frame, id);`;

/**
 * Writes the people of one level to a new file in the SQLite form, version 2, that JuPedSim and PedPy read.
 * Node 24 only; rejects when the file exists or cannot be written.
 */
export async function writeJupedsimSqlite(
  file: string,
  trajectories: Trajectories,
  scenario: Scenario,
  level?: string,
): Promise<void> {
  const wanted = levelNumber(scenario, level);
  // Named apart, so that a bundler for browsers does not look for it.
  const name = 'node:sqlite';
  const { DatabaseSync }: typeof import('node:sqlite') = await import(/* @vite-ignore */ name);
  const database = new DatabaseSync(file);
  try {
    database.exec(`BEGIN; ${tables}`);
    writeGeometry(database, scenario, wanted, trajectories.frames.length);
    const seen = writePeople(database, trajectories, wanted);
    writeMetadata(database, trajectories, seen);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

function writeGeometry(database: DatabaseSync, { levels }: Scenario, wanted: number, frames: number): void {
  const geometry = database.prepare('INSERT INTO geometry VALUES (?, ?)');
  for (const area of walkableWkt(levels[wanted]!)) geometry.run(wanted, area);
  const frame = database.prepare('INSERT INTO frame_data VALUES (?, ?)');
  for (let i = 0; i < frames; i++) frame.run(i, wanted);
}

function writePeople(database: DatabaseSync, trajectories: Trajectories, wanted: number): Point[] {
  const person = database.prepare('INSERT INTO trajectory_data VALUES (?, ?, ?, ?, ?, ?)');
  const before = new Map<number, Standing>();
  const corners: Point[] = [];
  for (const one of allStanding(trajectories)) {
    if (one.level !== wanted) continue;
    const [ahead, aside] = heading(before.get(one.id), one);
    person.run(one.frame, one.id, one.x, one.y, ahead, aside);
    before.set(one.id, one);
    corners.push([one.x, one.y]);
  }
  return corners;
}

/** The direction of the last move as a unit vector; to the right where nobody moved. */
function heading(before: Standing | undefined, now: Standing): Point {
  const [dx, dy] = before ? [now.x - before.x, now.y - before.y] : [0, 0];
  const length = Math.hypot(dx, dy);
  return length < 1e-6 ? [1, 0] : [dx / length, dy / length];
}

function writeMetadata(database: DatabaseSync, { every }: Trajectories, seen: readonly Point[]): void {
  const { left, right, bottom, top } = boxAround(seen.length > 0 ? seen : [[0, 0]]);
  const metadata = { version: '2', fps: short(1 / every, 6), xmin: left, xmax: right, ymin: bottom, ymax: top };
  const insert = database.prepare('INSERT INTO metadata VALUES (?, ?)');
  for (const [key, value] of Object.entries(metadata)) insert.run(key, String(value));
}
