import { Crowd, init, NavMeshQuery } from 'recast-navigation';
import { generateSoloNavMesh } from 'recast-navigation/generators';
import { isInside } from '../src/geometry/ring.ts';
import type { Point, Ring, Scenario } from '../src/scenario/scenario.ts';
import { processorSeconds } from './measure.ts';

/** What the peer did: its rate, and people through the exits per second and metre in the window. */
export interface PeerRun {
  readonly rate: number;
  readonly flow: number;
}

const cross = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Triangles of a simple counter-clockwise ring, by cutting ears. */
function triangles(ring: Ring): number[] {
  const left = ring.map((_, k) => k);
  const found: number[] = [];
  for (let k = 0, tried = 0; left.length > 2 && tried < left.length; k = (k + 1) % left.length) {
    const [i, j, l] = [left[(k + left.length - 1) % left.length]!, left[k]!, left[(k + 1) % left.length]!];
    const [a, b, c] = [ring[i]!, ring[j]!, ring[l]!];
    const holdsAnother = left.some((m) => m !== i && m !== j && m !== l && isInside([a, b, c], ...ring[m]!));
    if (cross(a, b, c) <= 0 || holdsAnother) {
      tried++;
      continue;
    }
    found.push(i, j, l);
    left.splice(k, 1);
    tried = 0;
  }
  return found;
}

const middle = (ring: Ring): Point => [
  ring.reduce((sum, [x]) => sum + x, 0) / ring.length,
  ring.reduce((sum, [, y]) => sum + y, 0) / ring.length,
];

/** Runs DetourCrowd on a plan of one ring without holes whose groups have positions and one exit each. */
export async function runRecast(scenario: Scenario, window: number): Promise<PeerRun> {
  await init();
  const { outer } = scenario.levels[0]!.walkable[0]!;
  const { success, navMesh } = generateSoloNavMesh(
    outer.flatMap(([x, y]) => [x, 0, -y]),
    triangles(outer),
    { cs: 0.2, ch: 0.2, walkableRadius: 1, walkableHeight: 10, walkableClimb: 2, walkableSlopeAngle: 60 },
  );
  if (!success) throw new Error('recast-navigation made no mesh');
  const people = scenario.groups.flatMap((group) => {
    if (!('positions' in group) || typeof group.goal === 'string' || !('exit' in group.goal)) return [];
    const { exit } = group.goal;
    return group.positions.map((at) => ({ at, area: scenario.exits.find(({ id }) => id === exit)!.area }));
  });
  const crowd = new Crowd(navMesh, { maxAgents: people.length, maxAgentRadius: 0.3 });
  const query = new NavMeshQuery(navMesh);
  const walking = people.map(({ at, area }) => {
    const [x, y] = middle(area);
    const agent = crowd.addAgent(
      { x: at[0], y: 0, z: -at[1] },
      { radius: 0.2, height: 2, maxAcceleration: 8, maxSpeed: 1.2, collisionQueryRange: 2.4, separationWeight: 1 },
    );
    agent.requestMoveTarget(query.findClosestPoint({ x, y: 0, z: -y }).point);
    return { agent, area, isIn: true };
  });
  let agentSteps = 0;
  const seconds = processorSeconds(() => {
    for (let k = 0; k < window; k++) {
      crowd.update(0.05);
      for (const each of walking) {
        if (!each.isIn) continue;
        agentSteps++;
        const { x, z } = each.agent.position();
        if (!isInside(each.area, x, -z)) continue;
        each.isIn = false;
        crowd.removeAgent(each.agent);
      }
    }
  });
  const out = walking.filter(({ isIn }) => !isIn).length;
  const width = scenario.exits.reduce(
    (sum, { area }) =>
      sum + Math.max(...[0, 1].map((k) => Math.max(...area.map((p) => p[k]!)) - Math.min(...area.map((p) => p[k]!)))),
    0,
  );
  crowd.destroy();
  navMesh.destroy();
  return { rate: agentSteps / seconds, flow: out / (window * 0.05) / width };
}
