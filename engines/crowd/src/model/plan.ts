import type { Cells } from '../geometry/cells.ts';
import { cutCells } from '../geometry/cells.ts';
import type { Doorways, Field } from '../geometry/eikonal.ts';
import { doorwaysOf, solveField, workspaceFor } from '../geometry/eikonal.ts';
import type { Ground } from '../geometry/ground.ts';
import { layGround } from '../geometry/ground.ts';
import type { Raster } from '../geometry/raster.ts';
import { cellsOf, costsTo, drawRaster } from '../geometry/raster.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { slopeOf } from './people.ts';

/** All of a run that no seed changes: the ground, its grids and the way to every goal. */
export interface Plan {
  readonly ground: Ground;
  readonly raster: Raster;
  readonly doorways: Doorways;
  readonly fields: readonly Field[];
  readonly cells: Cells;
  /** The largest radius of anybody, metres. */
  readonly widest: number;
}

const plans = new WeakMap<Scenario, Plan>();

/** The plan of a scenario, worked out once for as long as the scenario object lives. */
export function planOf(scenario: Scenario): Plan {
  const known = plans.get(scenario);
  if (known) return known;
  const plan = draw(scenario);
  plans.set(scenario, plan);
  return plan;
}

/** Beyond two bodies, how far somebody can matter: the way a fast walker covers in a time gap. */
const concern = 0.9;

function draw(scenario: Scenario): Plan {
  const ground = layGround(scenario);
  const goals = scenario.exits.length + scenario.refuges.length;
  const raster = drawRaster(ground, goals, (sheet) => slowness(scenario, ground, sheet));
  const doorways = doorwaysOf(raster, ground);
  const costs = new Float32Array(raster.cost.length);
  const space = workspaceFor(raster);
  const fields = Array.from({ length: goals }, (_, goal) =>
    solveField(
      { ...raster, cost: costsTo(raster, goal, goals, costs) },
      doorways,
      cellsOf(raster, ground, goal),
      space,
    ),
  );
  const widest = scenario.groups.reduce((most, { radius }) => Math.max(most, radius), 0.15);
  return { ground, raster, doorways, fields, widest, cells: cutCells(ground, raster, 2 * widest + concern) };
}

function slowness(scenario: Scenario, ground: Ground, sheet: number): number {
  const { kind, index } = ground.sheets[sheet]!;
  if (kind === 'level') return 1;
  const { up, down } = slopeOf(scenario.links[index]!.kind);
  return 2 / (up + down);
}
