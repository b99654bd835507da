import type { Fault } from '../scenario/fault.ts';
import type { Point, Ring } from '../scenario/scenario.ts';

export type Role = 'walkable' | 'hole' | 'wall' | 'exit' | 'refuge' | 'group';

/** Something drawn: a closed ring or an open line, what it stands for, and its name where it has one. */
export interface Drawn {
  readonly role: Role;
  readonly points: readonly Point[];
  readonly isClosed: boolean;
  readonly name?: string;
  /** What the file says about it besides, such as how many people a group has. */
  readonly about?: Readonly<Record<string, unknown>>;
}

/** What was drawn, and what had to be mended or left out on the way. */
export interface Drawing {
  readonly drawn: readonly Drawn[];
  readonly repairs: readonly string[];
}

/** A plan as a scenario file still to be checked, with every repair in words; or why the text could not be read. */
export type ImportedPlan =
  | { readonly scenario: PlanDraft; readonly repairs: readonly string[]; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly scenario?: never; readonly repairs?: never };

export interface PlanDraft {
  readonly version: 1;
  readonly levels: readonly { id: string; walkable: { outer: Ring; holes: Ring[] }[]; walls: (readonly Point[])[] }[];
  readonly exits: readonly { id: string; level: string; area: Ring }[];
  readonly refuges: readonly { id: string; level: string; area: Ring; capacity: number; secured: number }[];
  readonly groups: readonly { id: string; level: string; area: Ring; count: number; speed: unknown }[];
}

const words: Readonly<Record<Role, readonly string[]>> = {
  walkable: ['walkable', 'floor', 'boundary', 'outline', 'geometry'],
  hole: ['hole', 'obstacle', 'column', 'void'],
  wall: ['wall'],
  exit: ['exit', 'door-out'],
  refuge: ['refuge', 'shelter'],
  group: ['group', 'people', 'crowd', 'start', 'distribution'],
};

/** The role that a layer or kind names, with the rest of the name: "Exit East" is the exit "East". */
export function roleOf(label: string): { role: Role; name?: string } | undefined {
  const plain = label.trim().toLowerCase();
  for (const [role, starts] of Object.entries(words) as [Role, readonly string[]][]) {
    const start = starts.find((word) => plain.startsWith(word));
    if (start === undefined) continue;
    const name = label
      .trim()
      .slice(start.length)
      .replace(/^s(?=$|[\s_-])/i, '')
      .replace(/^[\s_-]+/, '');
    return name === '' ? { role } : { role, name };
  }
  return undefined;
}

export const unreadable = (what: string, mend: string): ImportedPlan => ({ faults: [{ path: '(file)', what, mend }] });
