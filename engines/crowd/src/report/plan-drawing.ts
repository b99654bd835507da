import type { DensityGrid } from '../result.ts';
import type { Box } from '../scenario/rings.ts';
import { boxAround, innerPoint } from '../scenario/rings.ts';
import type { Level, Point, Ring, Scenario } from '../scenario/scenario.ts';
import type { Spot } from './figures.ts';
import type { Markup, Part } from './markup.ts';
import { html } from './markup.ts';

const short = (value: number): string => String(Math.round(value * 100) / 100 + 0);

/** The plan's y runs up, a drawing's down. */
const spot = ([x, y]: Point): string => `${short(x)} ${short(-y)}`;
const closedPath = (ring: Ring): string => `M${ring.map(spot).join('L')}Z`;
const openPath = (line: readonly Point[]): string => `M${line.map(spot).join('L')}`;

/** Metres of margin around a level, and the size of a metre-based label that stays legible on a narrow screen. */
const boxOf = ({ walkable }: Level): Box => boxAround(walkable.flatMap(({ outer }) => outer));
const unitOf = (box: Box): number => Math.max(box.right - box.left, box.top - box.bottom) / 100;

/** Hundredths of the level's longer side left free around it: the names of exits stand there. */
const margin = 7;

/** A drawing of one level that fills its column; `name` is what it shows, in words. */
export function levelDrawing(level: Level, name: string, parts: Part, frame = 'plan'): Markup {
  const box = boxOf(level);
  const unit = unitOf(box);
  const view = [
    box.left - margin * unit,
    -box.top - margin * unit,
    box.right - box.left + 2 * margin * unit,
    box.top - box.bottom + 2 * margin * unit,
  ]
    .map(short)
    .join(' ');
  return html`<svg class="${frame}" viewBox="${view}" role="img" aria-label="${name}" style="--unit:${short(unit)}px">${parts}</svg>`;
}

/** Floor, holes and walls of a level. */
export function groundParts({ walkable, walls }: Level): Markup {
  const floors = walkable.map(
    ({ outer, holes }) =>
      html`<path class="floor" fill-rule="evenodd" d="${[outer, ...holes].map(closedPath).join('')}"/>`,
  );
  const solid = walkable.flatMap(({ holes }) =>
    holes.map((hole) => html`<path class="solid" d="${closedPath(hole)}"/>`),
  );
  return html`${floors}${solid}${walls.map((line) => html`<path class="wall" d="${openPath(line)}"/>`)}`;
}

/** The marks by which drawing and tables name exits, refuges and links: E1, R1, L1 in the order of the file. */
export function marksOf({
  exits,
  refuges,
  links,
}: Pick<Scenario, 'exits' | 'refuges' | 'links'>): ReadonlyMap<string, string> {
  return new Map([
    ...exits.map(({ id }, i) => [`exit ${id}`, `E${i + 1}`] as const),
    ...refuges.map(({ id }, i) => [`refuge ${id}`, `R${i + 1}`] as const),
    ...links.map(({ id }, i) => [`link ${id}`, `L${i + 1}`] as const),
  ]);
}

/** Only the edges of a level, to lie over a map. */
export const edgeParts = ({ walkable, walls }: Level): Markup =>
  html`<path class="edge" d="${walkable.flatMap(({ outer, holes }) => [outer, ...holes].map(closedPath)).join('')}"/>${walls.map((line) => html`<path class="wall" d="${openPath(line)}"/>`)}`;

/** Exits, refuges, links and starting people of a level, each area with its mark. */
export function placeParts(scenario: Scenario, level: string): Markup {
  const marks = marksOf(scenario);
  const unit = unitOf(boxOf(scenario.levels.find(({ id }) => id === level)!));
  const area = (kind: string, id: string, ring: Ring) =>
    html`<path class="area-${kind}" d="${closedPath(ring)}"/>${label(placeOfMark(ring, unit), marks.get(`${kind} ${id}`)!)}`;
  const groups = scenario.groups.filter((group) => group.level === level);
  return html`${groups.map((group) => ('area' in group ? html`<path class="group" d="${closedPath(group.area)}"/>` : dots(group.positions, 'group')))}
    ${scenario.links.flatMap(({ id, lower, upper }) => [lower, upper].filter((end) => end.level === level).map((end) => area('link', id, end.area)))}
    ${scenario.refuges.filter((one) => one.level === level).map(({ id, area: ring }) => area('refuge', id, ring))}
    ${scenario.exits.filter((one) => one.level === level).map(({ id, area: ring }) => exitParts(ring, marks.get(`exit ${id}`)!, scenario, level))}`;
}

/** The middle of an area large enough to bear its mark, else a place just above it. */
function placeOfMark(ring: Ring, unit: number): Point {
  const own = boxAround(ring);
  const isSmall = Math.min(own.right - own.left, own.top - own.bottom) < 6 * unit;
  const [x, y] = innerPoint(ring);
  return isSmall ? [x, own.top + 3 * unit] : [x, y];
}

/** An exit with its mark beside it, away from the middle of the level, so that the exit itself is seen. */
function exitParts(ring: Ring, mark: string, { levels }: Scenario, on: string): Markup {
  const box = boxOf(levels.find(({ id }) => id === on)!);
  const middle: Point = [(box.left + box.right) / 2, (box.bottom + box.top) / 2];
  const own = boxAround(ring);
  const [x, y] = innerPoint(ring);
  const isAside = Math.abs(x - middle[0]) / (box.right - box.left) > Math.abs(y - middle[1]) / (box.top - box.bottom);
  const away = 3.6 * unitOf(box);
  const beside: Point = isAside
    ? [x < middle[0] ? own.left - away : own.right + away, y]
    : [x, y < middle[1] ? own.bottom - away : own.top + away];
  return html`<path class="area-exit" d="${closedPath(ring)}"/>${label(beside, mark)}`;
}

const label = ([x, y]: Point, mark: string): Markup =>
  html`<text class="label" x="${short(x)}" y="${short(-y)}">${mark}</text>`;

/** No more dots than this are drawn: a page with ten thousand circles would be slow to open. */
const mostDots = 1_500;

/** One path of round dots, one for each point, thinned out evenly when there are very many. */
export function dots(points: readonly Point[], kind: string): Markup {
  const step = Math.max(1, Math.ceil(points.length / mostDots));
  return html`<path class="${kind} dots" d="${points
    .filter((_, i) => i % step === 0)
    .map((p) => `M${spot(p)}h0`)
    .join('')}"/>`;
}

/** Squares of a grid in the class of their value, rows of equal squares as one; `classOf` gives none for squares to leave out. */
export function squareParts(
  grid: DensityGrid,
  values: Float32Array,
  classOf: (value: number) => string | undefined,
): Markup {
  const paths = new Map<string, string[]>();
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0, from = 0; column < grid.columns; column = from) {
      const kind = classOf(values[row * grid.columns + column]!);
      for (from = column + 1; from < grid.columns && classOf(values[row * grid.columns + from]!) === kind; ) from++;
      if (kind === undefined) continue;
      const [x, y] = [grid.x0 + column * grid.cell, -(grid.y0 + (row + 1) * grid.cell)];
      const square = `M${short(x)} ${short(y)}h${short((from - column) * grid.cell)}v${short(grid.cell)}H${short(x)}Z`;
      paths.set(kind, [...(paths.get(kind) ?? []), square]);
    }
  }
  return html`${Array.from(paths, ([kind, squares]) => html`<path class="square ${kind}" d="${squares.join('')}"/>`)}`;
}

/** Numbered rings around the tightest squares of a level; the table names the same numbers. */
export function spotParts(spots: readonly Spot[], level: string, radius: number): Markup {
  const own = spots.map((one, i) => ({ ...one, number: i + 1 })).filter((one) => one.level === level);
  return html`${own.map(({ x, y, number }) => html`<circle class="ring" cx="${short(x)}" cy="${short(-y)}" r="${short(radius)}"/>${label([x + 2.2 * radius, y], String(number))}`)}`;
}
