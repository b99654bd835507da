import { extname } from 'node:path';
import type { ImportedPlan } from '../import/drawing.ts';
import { importDxf } from '../import/dxf.ts';
import { importGeojson } from '../import/geojson.ts';
import { importWkt } from '../import/wkt.ts';
import { ScenarioFault } from '../result.ts';
import { anExample } from '../scenario/an-example.ts';
import { peopleIn } from '../scenario/scenario.ts';
import { readArguments } from './read-arguments.ts';
import { inFile, runnableScenarioIn, textOf } from './read-input.ts';
import { onlyFile } from './run.ts';
import type { Terminal } from './terminal.ts';
import { BadInput, exitStatus } from './terminal.ts';
import { writeText } from './write-output.ts';

const options = { from: { type: 'string' }, force: { type: 'boolean' } } as const;

/** `init [scenario.json] [--from plan.dxf]`: writes an invented example, or a scenario from a drawing, to a file or here. */
export async function init(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  const scenario = values.from === undefined ? anExample : drawingIn(values.from, terminal);
  const text = `${legible(scenario)}\n`;
  if (positionals.length === 0) terminal.out(text);
  else {
    const file = onlyFile(positionals, 'init');
    await writeText(file, text, values.force !== true);
    const rest = values.from === undefined ? '' : `add your groups${hasExits(scenario) ? '' : ' and exits'}, then `;
    terminal.err(`Wrote ${file}. Next: ${rest}forestall-crowd check ${file}\n`);
  }
  return exitStatus.done;
}

/** JSON laid out for people who edit it: a point or a range of numbers on one line. */
const legible = (scenario: object): string =>
  JSON.stringify(scenario, null, 2).replace(/\[\s+(-?[\d.e+-]+),\s+(-?[\d.e+-]+)\s+\]/g, '[$1, $2]');

const hasExits = (scenario: object): boolean => 'exits' in scenario && !isEmpty(scenario.exits);
const isEmpty = (list: unknown): boolean => Array.isArray(list) && list.length === 0;

/** Reads a drawing by the ending of its name and says each repair. */
function drawingIn(file: string, terminal: Terminal): object {
  const { scenario, repairs, faults } = readDrawing(file, textOf(file));
  if (!scenario) throw new ScenarioFault(inFile(file, faults));
  for (const repair of repairs) terminal.err(`repaired: ${repair}\n`);
  return scenario;
}

function readDrawing(file: string, text: string): ImportedPlan {
  switch (extname(file).toLowerCase()) {
    case '.dxf':
      return importDxf(text);
    case '.wkt':
      return importWkt(text);
    case '.json':
    case '.geojson':
      return importGeojson(jsonIn(file, text));
    default:
      throw new BadInput(`${file}: Its kind is not known. Give a .dxf, .wkt or .geojson file.`);
  }
}

function jsonIn(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadInput(`${file}: It is not JSON.`);
  }
}

/** `check scenario.json`: says every fault with status 2, or what the file holds. */
export async function check(args: readonly string[], terminal: Terminal): Promise<number> {
  const { positionals } = readArguments(args, {});
  const file = onlyFile(positionals, 'check');
  const { groups, exits, refuges, levels } = runnableScenarioIn(file);
  const people = groups.reduce((sum, group) => sum + peopleIn(group), 0);
  terminal.out(
    `${file}: good. People ${people}, exits ${exits.length}, refuges ${refuges.length}, levels ${levels.length}.\n`,
  );
  return exitStatus.done;
}
