import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { extname } from 'node:path';
import { densityCsv, egressCsv, flowCsv, trajectoriesCsv } from '../export/csv.ts';
import { writeJupedsimSqlite } from '../export/jupedsim-sqlite.ts';
import { jupedsimText } from '../export/jupedsim-text.ts';
import { packTrajectories } from '../export/trajectory-file.ts';
import type { SimulationResult } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { runJson } from './run-text.ts';
import { BadInput } from './terminal.ts';

interface OutputFiles {
  readonly trajectories?: string | undefined;
  readonly level?: string | undefined;
  readonly density?: string | undefined;
  readonly egress?: string | undefined;
  readonly flow?: string | undefined;
}

/** Writes what was asked for; the ending of the trajectory file chooses its form: .csv, .txt, .sqlite, else compact binary. */
export async function writeOutputs(files: OutputFiles, scenario: Scenario, result: SimulationResult): Promise<void> {
  if (files.density !== undefined) writeLines(files.density, densityCsv(result.densityGrid));
  if (files.egress !== undefined) writeLines(files.egress, egressCsv(result));
  if (files.flow !== undefined) writeLines(files.flow, flowCsv(result));
  if (files.trajectories !== undefined) await writeTrajectories(files.trajectories, files.level, scenario, result);
}

async function writeTrajectories(
  file: string,
  level: string | undefined,
  scenario: Scenario,
  result: SimulationResult,
): Promise<void> {
  const { trajectories } = result;
  if (!trajectories) throw new BadInput(`${file}: The run kept no trajectories.`);
  const form = extname(file).toLowerCase();
  try {
    if (form === '.csv') writeLines(file, trajectoriesCsv(trajectories, scenario));
    else if (form === '.txt') writeLines(file, jupedsimText(trajectories, scenario, level));
    else if (form === '.sqlite' || form === '.db') {
      rmSync(file, { force: true });
      await writeJupedsimSqlite(file, trajectories, scenario, level);
    } else writeFileSync(file, packTrajectories(trajectories, JSON.stringify(runJson(result))));
  } catch (cause) {
    throw new BadInput(
      `${file}: ${cause instanceof Error ? cause.message : String(cause)}. Give another path or level.`,
    );
  }
}

/** Writes lines in large pieces, so that a long walk need not fit into memory as one text. */
function writeLines(file: string, lines: Iterable<string>): void {
  const handle = openToWrite(file);
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

function openToWrite(file: string): number {
  try {
    return openSync(file, 'w');
  } catch {
    throw new BadInput(`${file}: It cannot be written. Give a path in a folder that exists.`);
  }
}

/** Writes a file, saying plainly when it cannot be; `mustBeNew` refuses to replace one. */
export function writeText(file: string, text: string, mustBeNew = false): void {
  try {
    writeFileSync(file, text, { flag: mustBeNew ? 'wx' : 'w' });
  } catch (cause) {
    const exists = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new BadInput(
      exists
        ? `${file}: It exists already. Give another name or add --force.`
        : `${file}: It cannot be written. Give a path in a folder that exists.`,
    );
  }
}
