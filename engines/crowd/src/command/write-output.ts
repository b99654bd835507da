import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { densityCsv, egressCsv, flowCsv, trajectoriesCsv } from '../export/csv.ts';
import { writeJupedsimSqlite } from '../export/jupedsim-sqlite.ts';
import { jupedsimText } from '../export/jupedsim-text.ts';
import { packTrajectories } from '../export/trajectory-file.ts';
import type { SimulationResult } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { runJson } from './run-text.ts';
import { BadInput } from './terminal.ts';

interface OutputFiles {
  /** One file for each form wanted. */
  readonly trajectories?: readonly string[] | undefined;
  readonly every?: string | undefined;
  readonly level?: string | undefined;
  readonly density?: string | undefined;
  readonly egress?: string | undefined;
  readonly flow?: string | undefined;
}

type Form = 'csv' | 'text' | 'sqlite' | 'binary';

/** The form of a trajectory file by its ending: .csv, .txt, .sqlite or .db, else compact binary. */
function formOf(file: string): Form {
  const forms: Readonly<Record<string, Form>> = { '.csv': 'csv', '.txt': 'text', '.sqlite': 'sqlite', '.db': 'sqlite' };
  return forms[extname(file).toLowerCase()] ?? 'binary';
}

/** Says before a run what could not be written after it: no such folder, one file for two outputs, a level that is not there. */
export function checkOutputs(files: OutputFiles, scenario: Scenario): void {
  const { trajectories = [], every, level, density, egress, flow } = files;
  for (const [name, value] of Object.entries({ every, level }))
    if (value !== undefined && trajectories.length === 0)
      throw new BadInput(`--${name}: It is about trajectories. Give --trajectories FILE too, or leave it out.`);
  const all = [...trajectories, density, egress, flow].filter((file) => file !== undefined);
  for (const [i, file] of all.entries()) {
    checkFolder(file);
    if (all.findIndex((other) => resolve(other) === resolve(file)) < i)
      throw new BadInput(`${file}: Two outputs would go there. Give each its own file.`);
  }
  const ofOneLevel = trajectories.find((file) => ['text', 'sqlite'].includes(formOf(file)));
  if (ofOneLevel !== undefined) checkLevel(ofOneLevel, scenario, level);
  const database = trajectories.find((file) => formOf(file) === 'sqlite');
  if (database !== undefined && !hasSqlite())
    throw new BadInput(`${database}: The SQLite form needs Node 22.13 or later. Give a .csv, .txt or .fctj file.`);
}

const hasSqlite = (): boolean => process.getBuiltinModule?.('node:sqlite') !== undefined;

function checkLevel(file: string, scenario: Scenario, level: string | undefined): void {
  const names = scenario.levels.map(({ id }) => `"${id}"`).join(', ');
  if (level === undefined && scenario.levels.length > 1)
    throw new BadInput(`${file}: This form holds one level. Say which with --level: ${names}.`);
  if (level !== undefined && !scenario.levels.some(({ id }) => id === level))
    throw new BadInput(`--level: There is no level "${level}". Give one of ${names}.`);
}

/** Throws where a file could not be put for lack of a folder one may write to. */
export function checkFolder(file: string): void {
  try {
    accessSync(dirname(resolve(file)), constants.W_OK);
  } catch {
    throw new BadInput(`${file}: It cannot be written. Give a path in a folder that exists.`);
  }
}

/** Writes what was asked for, each file whole or not at all. */
export async function writeOutputs(files: OutputFiles, scenario: Scenario, result: SimulationResult): Promise<void> {
  const { trajectories = [], level, density, egress, flow } = files;
  const lines = (file: string | undefined, all: Iterable<string>) =>
    file === undefined ? undefined : replaceFile(file, (path) => writeLines(path, all));
  await lines(density, densityCsv(result.densityGrid));
  await lines(egress, egressCsv(result));
  await lines(flow, flowCsv(result));
  for (const file of trajectories)
    await replaceFile(file, (path) => writeTrajectories(path, formOf(file), level, scenario, result));
}

async function writeTrajectories(
  path: string,
  form: Form,
  level: string | undefined,
  scenario: Scenario,
  result: SimulationResult,
): Promise<void> {
  const { trajectories } = result;
  if (!trajectories) throw new Error('The run kept no trajectories');
  if (form === 'csv') writeLines(path, trajectoriesCsv(trajectories, scenario));
  else if (form === 'text') writeLines(path, jupedsimText(trajectories, scenario, level));
  else if (form === 'sqlite') await writeJupedsimSqlite(path, trajectories, scenario, level);
  else writeFileSync(path, packTrajectories(trajectories, JSON.stringify(runJson(result))));
}

/** Writes beside the file and puts that in its place once it is whole; what is no plain file is written to as it is. */
async function replaceFile(file: string, write: (path: string) => void | Promise<void>): Promise<void> {
  const target = existsSync(file) ? realpathSync(file) : file;
  const isPlain = !existsSync(target) || statSync(target).isFile();
  const path = isPlain ? `${target}.partial` : target;
  try {
    if (isPlain) rmSync(path, { force: true });
    await write(path);
    if (isPlain) renameSync(path, target);
  } catch (cause) {
    if (isPlain) rmSync(path, { force: true });
    throw new BadInput(`${file}: It cannot be written: ${cause instanceof Error ? cause.message : String(cause)}.`);
  }
}

/** Writes lines in large pieces, so that a long walk need not fit into memory as one text. */
function writeLines(path: string, lines: Iterable<string>): void {
  const handle = openSync(path, 'w');
  try {
    let piece = '';
    for (const line of lines) {
      piece += line;
      if (piece.length < 1 << 16) continue;
      writeSync(handle, piece);
      piece = '';
    }
    writeSync(handle, piece);
  } finally {
    closeSync(handle);
  }
}

/** Writes a text file, whole or not at all; `mustBeNew` refuses to replace one. */
export async function writeText(file: string, text: string, mustBeNew = false): Promise<void> {
  checkFolder(file);
  if (mustBeNew && existsSync(file))
    throw new BadInput(`${file}: It exists already. Give another name or add --force.`);
  await replaceFile(file, (path) => writeFileSync(path, text));
}
