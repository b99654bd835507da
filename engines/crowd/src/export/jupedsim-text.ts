import type { Trajectories } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { allStanding, short } from './recorded.ts';
import { walkableWkt } from './wkt-of.ts';

/** The place of the named level, the first where none is named; throws where there is no such level. */
export function levelNumber({ levels }: Scenario, level: string | undefined): number {
  const number = level === undefined ? 0 : levels.findIndex(({ id }) => id === level);
  if (number < 0) throw new RangeError(`There is no level "${level}"`);
  return number;
}

/** Plain text as JuPedSim's tools (PedPy, JPSvis) read it: `id frame x y z` in metres, the people of one level. */
export function* jupedsimText(trajectories: Trajectories, scenario: Scenario, level?: string): Generator<string> {
  const wanted = levelNumber(scenario, level);
  yield `# framerate: ${short(1 / trajectories.every, 6)}\n`;
  for (const area of walkableWkt(scenario.levels[wanted]!)) yield `# geometry: ${area}\n`;
  yield '# id\tframe\tx/m\ty/m\tz/m\n';
  for (const one of allStanding(trajectories)) {
    if (one.level === wanted) yield `${one.id}\t${one.frame}\t${one.x.toFixed(4)}\t${one.y.toFixed(4)}\t0\n`;
  }
}
