import { cellOf } from '../geometry/cells.ts';
import { aimPlace } from '../geometry/eikonal.ts';
import { cellAt, floorCellAt } from '../geometry/raster.ts';
import { keepTogether } from './company.ts';
import type { Kernel } from './kernel.ts';
import { slopeOf } from './people.ts';
import type { World } from './world.ts';

/** Lets those set off whose time has come. */
export function setOff(world: World): void {
  const { starters, people } = world;
  while (world.started < starters.length && people.startAt[starters[world.started]!]! <= world.time) {
    const id = starters[world.started++]!;
    setTop(world, id);
    facing(world, id);
  }
}

/** Who sets off looks where they go. */
function facing(world: World, id: number): void {
  const { now, placeOf } = world.kernel.crowd;
  const i = placeOf[id]!;
  if (i < 0 || now.goal[i]! < 0) return;
  const { columns } = world.raster;
  const cell = cellAt(world.raster, now.x[i]!, now.y[i]!);
  const c = aimPlace(columns, cell % columns, Math.floor(cell / columns));
  const { aim } = world.goals.fields[now.goal[i]!]!;
  if (aim[c] === 0 && aim[c + 1] === 0) return;
  now.headX[i] = aim[c]! / 127;
  now.headY[i] = aim[c + 1]! / 127;
  now.aimX[i] = now.headX[i]!;
  now.aimY[i] = now.headY[i]!;
}

/** The speed somebody wants now, from where they are, which way they go and whom they wait for. */
export function setTop(world: World, id: number): void {
  const { people, kernel, ground, scenario } = world;
  const i = kernel.crowd.placeOf[id]!;
  if (i < 0 || people.startAt[id]! > world.time) return;
  const sheet = ground.sheets[people.sheet[id]!]!;
  let speed = people.speed[id]!;
  if (sheet.kind === 'link') {
    const { kind } = scenario.links[sheet.index]!;
    const isUp = kernel.crowd.now.headX[i]! > 0;
    if (kind === 'stairs') speed = isUp ? people.speedUp[id]! : people.speedDown[id]!;
    else speed *= isUp ? slopeOf(kind).up : slopeOf(kind).down;
  }
  kernel.crowd.now.top[i] = speed * people.pace[id]!;
}

/** Sets the speed of all who wait for each other, from how far apart they are and how crowded it is around them. */
export function waitForCompany(world: World): void {
  const { kernel, people, goals, raster, companies } = world;
  const { now, placeOf } = kernel.crowd;
  const far = (id: number) => {
    const i = placeOf[id]!;
    if (i < 0 || now.goal[i]! < 0) return undefined;
    return goals.fields[now.goal[i]!]!.far[floorCellAt(raster, now.x[i]!, now.y[i]!)]!;
  };
  keepTogether(companies, people, far, (id) => isAmongOthers(kernel, placeOf[id]!));
  for (const members of companies) for (const id of members) setTop(world, id);
}

/** Metres around somebody within which more people than a unit has make a crowd. */
const [closeBy, crowd] = [1.5, 6];

function isAmongOthers({ crowd: { now, start }, cells }: Kernel, i: number): boolean {
  const { x, y } = now;
  const c = cellOf(cells, x[i]!, y[i]!);
  let near = 0;
  for (const row of [c - cells.columns, c, c + cells.columns])
    for (let j = start[row - 1]!; j < start[row + 2]!; j++) {
      const [dx, dy] = [x[j]! - x[i]!, y[j]! - y[i]!];
      if (j !== i && dx * dx + dy * dy < closeBy * closeBy) near++;
    }
  return near >= crowd;
}
