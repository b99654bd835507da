import type { Fault } from './fault.ts';
import type { Goal, Scenario } from './scenario.ts';
import { below, shown } from './shape.ts';

const places = (ids: readonly string[]): string =>
  ids.length > 0 ? `Use one of ${ids.map(shown).join(', ')}` : 'Add one';

/** Ids that stand twice in one list, and names that lead nowhere. */
export function referenceFaults(scenario: Scenario): Fault[] {
  const lists = {
    levels: scenario.levels,
    exits: scenario.exits,
    refuges: scenario.refuges,
    links: scenario.links,
    groups: scenario.groups,
  };
  return [
    ...Object.entries(lists).flatMap(([name, items]) => repeatedIds(name, items)),
    ...levelFaults(scenario),
    ...scenario.groups.flatMap(({ goal }, index) => goalFaults(goal, `groups[${index}].goal`, scenario)),
  ];
}

function repeatedIds(name: string, items: readonly { readonly id: string }[]): Fault[] {
  const firstAt = new Map<string, number>();
  return items.flatMap(({ id }, index) => {
    const earlier = firstAt.get(id);
    firstAt.set(id, earlier ?? index);
    if (earlier === undefined) return [];
    return [
      {
        path: `${name}[${index}].id`,
        what: `${shown(id)} is already the id of ${name}[${earlier}]`,
        mend: 'Give each its own id',
      },
    ];
  });
}

function levelFaults({ levels, exits, refuges, links, groups }: Scenario): Fault[] {
  const known = new Set(levels.map(({ id }) => id));
  const named = [
    ...exits.map(({ level }, index) => ({ level, path: `exits[${index}].level` })),
    ...refuges.map(({ level }, index) => ({ level, path: `refuges[${index}].level` })),
    ...groups.map(({ level }, index) => ({ level, path: `groups[${index}].level` })),
    ...links.map(({ lower }, index) => ({ level: lower.level, path: `links[${index}].lower.level` })),
    ...links.map(({ upper }, index) => ({ level: upper.level, path: `links[${index}].upper.level` })),
  ];
  return named
    .filter(({ level }) => !known.has(level))
    .map(({ level, path }) => ({ path, what: `There is no level ${shown(level)}`, mend: places([...known]) }));
}

function goalFaults(goal: Goal, path: string, { exits, refuges }: Scenario): Fault[] {
  if (typeof goal === 'string') {
    const isLost = goal === 'nearest-refuge' && refuges.length === 0;
    return isLost ? [{ path, what: 'There is no refuge', mend: 'Add one under "refuges" or choose another goal' }] : [];
  }
  if ('refuge' in goal) return unknownPlace('refuge', goal.refuge, below(path, 'refuge'), refuges);
  if ('exit' in goal) return unknownPlace('exit', goal.exit, below(path, 'exit'), exits);
  const shares = Object.entries(goal.exits);
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  const unknown = shares.flatMap(([id]) => unknownPlace('exit', id, below(below(path, 'exits'), id), exits));
  if (Math.abs(sum - 1) <= 0.001) return unknown;
  const what = `The shares add up to ${Number(sum.toFixed(4))}`;
  return [...unknown, { path: below(path, 'exits'), what, mend: 'Let them add up to 1' }];
}

function unknownPlace(kind: string, id: string, path: string, known: readonly { readonly id: string }[]): Fault[] {
  if (known.some((one) => one.id === id)) return [];
  return [{ path, what: `There is no ${kind} ${shown(id)}`, mend: places(known.map((one) => one.id)) }];
}
