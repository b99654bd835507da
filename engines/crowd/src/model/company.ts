import { lengthOf } from '../geometry/arithmetic.ts';
import type { Placed } from '../geometry/place-people.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { People } from './people.ts';

/** People who wait for each other: a group that stays together, or a person who needs help and who helps them. */
export type Company = readonly number[];

/** Larger groups walk in units of so many who stand close: people do not wait for the hundredth (Moussaïd et al. 2010). */
const largestUnit = 6;

/** Metres by which somebody may be ahead of the last of their company before they slow down, and until they stop. */
const [slowsAt, stopsAt] = [1.5, 3.5];

/** Share of the speed that remains to whoever waits: they move up, so that a doorway comes free in the end. */
const leastPace = 0.15;

/** Share of the speed of somebody who needs help and finds nobody to give it. */
export const aloneShare = 0.5;

/**
 * Finds the companies. Each person of an assisted group takes the nearest free person of another group as helper: both
 * set off when the helper has come over, and go at the pace of the slower. Where nobody is left to help they go alone, at half speed.
 */
export function findCompanies(scenario: Scenario, people: People, placed: readonly Placed[]): Company[] {
  const companies: Company[] = [];
  scenario.groups.forEach((group, index) => {
    if (!group.together) return;
    const members = placed.flatMap((person, id) => (person.group === index ? [id] : []));
    companies.push(...unitsOf(members, people, placed).filter((unit) => unit.length > 1));
  });
  const helpers = new Set(placed.flatMap((person, id) => (scenario.groups[person.group]!.assisted ? [] : [id])));
  placed.forEach((person, id) => {
    if (!scenario.groups[person.group]!.assisted) return;
    const helper = nearestOf(helpers, people, placed, id);
    if (helper === undefined) return slowDown(people, id);
    helpers.delete(helper);
    companies.push(pairUp(people, placed, id, helper));
  });
  return companies;
}

/** The whole group where it is small; else units of those who stand close to each other, on one sheet. */
function unitsOf(members: readonly number[], people: People, placed: readonly Placed[]): Company[] {
  if (members.length <= largestUnit) return [members];
  const left = new Set(members);
  const units: Company[] = [];
  for (const first of members) {
    if (!left.delete(first)) continue;
    const unit = [first];
    while (unit.length < largestUnit) {
      const next = nearestOf(left, people, placed, first);
      if (next === undefined) break;
      left.delete(next);
      unit.push(next);
    }
    units.push(unit);
  }
  return units;
}

function nearestOf(
  others: ReadonlySet<number>,
  people: People,
  placed: readonly Placed[],
  id: number,
): number | undefined {
  let [best, least] = [undefined as number | undefined, Infinity];
  for (const other of others) {
    if (people.sheet[other] !== people.sheet[id]) continue;
    const apart = lengthOf(placed[other]!.x - placed[id]!.x, placed[other]!.y - placed[id]!.y);
    if (apart < least) [best, least] = [other, apart];
  }
  return best;
}

function slowDown(people: People, id: number): void {
  people.speed[id]! *= aloneShare;
  people.speedUp[id]! *= aloneShare;
  people.speedDown[id]! *= aloneShare;
}

function pairUp(people: People, placed: readonly Placed[], id: number, helper: number): Company {
  const apart = lengthOf(placed[helper]!.x - placed[id]!.x, placed[helper]!.y - placed[id]!.y);
  const met = Math.max(people.startAt[id]!, people.startAt[helper]! + apart / people.speed[helper]!);
  people.startAt[id] = met;
  people.startAt[helper] = met;
  for (const speeds of [people.speed, people.speedUp, people.speedDown])
    speeds[helper] = Math.min(speeds[helper]!, speeds[id]!);
  return [id, helper];
}

/**
 * Sets everybody's pace so that nobody runs ahead of the last of their company; `far` tells the way still to go. Whoever
 * stands among others does not wait: they would hold up those behind, their own company among them.
 */
export function keepTogether(
  companies: readonly Company[],
  people: People,
  far: (id: number) => number | undefined,
  isAmongOthers: (id: number) => boolean,
): void {
  for (const members of companies) {
    const ways = members.map(far);
    const last = ways.reduce<number>((most, way) => Math.max(most, way ?? 0), 0);
    members.forEach((id, k) => {
      const way = ways[k];
      if (way === undefined) return;
      const lead = last - way;
      const waiting = Math.min(1, Math.max(leastPace, (stopsAt - lead) / (stopsAt - slowsAt)));
      people.pace[id] = waiting < 1 && isAmongOthers(id) ? 1 : waiting;
    });
  }
}
