import type { Concern } from '../../console/api/reports.ts';

type Sign = Concern['signs'][number];
type Flag = Concern['imminence'][number];
type Way = Concern['howKnown'][number];

/** The signs by group, in the order of the field brief; the screens must not carry the schemas, so the list stands here too. */
export const signsInOrder = {
  motivation: ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7'],
  preparation: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10'],
  exposure: ['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X7', 'X8', 'X9'],
  proximal: ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8'],
} as const satisfies Record<string, readonly Sign[]>;

export const flagsInOrder = [
  'someone-hurt',
  'weapon-in-hand',
  'time-within-a-day',
  'on-the-way',
  'suicide-in-progress',
  'child-missing',
] as const satisfies readonly Flag[];

export const waysInOrder = ['saw', 'heard', 'told', 'read', 'found'] as const satisfies readonly Way[];
