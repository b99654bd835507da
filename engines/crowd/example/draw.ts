import type { LiveSimulation } from '../src/contract.ts';
import type { Ring, Scenario } from '../src/scenario/scenario.ts';

/** Draws the plan and everybody in it on a canvas, y upwards. */
export interface Drawing {
  draw(live: LiveSimulation, closed: string | undefined): void;
}

const margin = 4;
const free = '#12354d';
const barelyMoves = 0.4;
const slow = '#d9730d';

export function drawingOn(canvas: HTMLCanvasElement, scenario: Scenario): Drawing {
  const points = scenario.levels[0]!.walkable.flatMap(({ outer }) => outer);
  const [x0, x1] = [Math.min(...points.map(([x]) => x)) - margin, Math.max(...points.map(([x]) => x)) + margin];
  const [y0, y1] = [Math.min(...points.map(([, y]) => y)) - margin, Math.max(...points.map(([, y]) => y)) + margin];
  canvas.width = 1200;
  canvas.height = Math.round((1200 * (y1 - y0)) / (x1 - x0));
  const scale = canvas.width / (x1 - x0);
  const context = canvas.getContext('2d')!;
  let lastTime = 0;
  const last = new Map<number, readonly [number, number]>();
  const path = (ring: Ring) => {
    for (const [k, [x, y]] of ring.entries())
      context[k === 0 ? 'moveTo' : 'lineTo']((x - x0) * scale, (y1 - y) * scale);
    context.closePath();
  };

  function floor(closed: string | undefined): void {
    context.fillStyle = '#e9edf1';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.beginPath();
    for (const { outer, holes } of scenario.levels[0]!.walkable) for (const ring of [outer, ...holes]) path(ring);
    context.fillStyle = '#ffffff';
    context.fill('evenodd');
    context.strokeStyle = '#5a6673';
    context.lineWidth = 1.5;
    context.stroke();
    for (const { id, area } of scenario.exits) {
      context.beginPath();
      path(area);
      context.fillStyle = id === closed ? '#a4161a' : '#2a7f3f';
      context.fill();
    }
  }

  function draw(live: LiveSimulation, closed: string | undefined): void {
    const slowest = barelyMoves * (live.time - lastTime);
    lastTime = live.time;
    floor(closed);
    const { count, ids, places } = live.positions;
    for (let i = 0; i < count; i++) {
      const [id, x, y] = [ids[i]!, places[2 * i]!, places[2 * i + 1]!];
      const [px, py] = last.get(id) ?? [x, y];
      context.fillStyle = (x - px) ** 2 + (y - py) ** 2 < slowest * slowest ? slow : free;
      context.fillRect((x - x0) * scale - 1.6, (y1 - y) * scale - 1.6, 3.2, 3.2);
      last.set(id, [x, y]);
    }
  }

  return { draw };
}
