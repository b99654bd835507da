/** A rectangle between two corners, counter-clockwise. */
export const rectangle = (left: number, bottom: number, right: number, top: number): [number, number][] => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top],
];

const pairsOf = (...numbers: number[]): [number, number][] =>
  numbers.flatMap((x, i) => (i % 2 === 0 ? [[x, numbers[i + 1]!] as [number, number]] : []));

const hall = pairsOf(
  0,
  0,
  30,
  0,
  30,
  8,
  32,
  8,
  32,
  10,
  30,
  10,
  30,
  20,
  16,
  20,
  16,
  22,
  14,
  22,
  14,
  20,
  0,
  20,
  0,
  6.2,
  -2,
  6.2,
  -2,
  5,
  0,
  5,
);

/** An invented hall with three doors, a refuge and two groups, as `forestall-crowd init` writes it. */
export const anExample = {
  version: 1,
  levels: [
    { id: 'ground', walkable: [{ outer: hall, holes: [rectangle(12, 9, 14, 11)] }], walls: [pairsOf(20, 0, 20, 6)] },
  ],
  exits: [
    { id: 'east door', level: 'ground', area: rectangle(31, 8, 32, 10) },
    { id: 'north door', level: 'ground', area: rectangle(14, 21, 16, 22) },
    { id: 'west door', level: 'ground', area: rectangle(-2, 5, -1, 6.2) },
  ],
  refuges: [{ id: 'store room', level: 'ground', area: rectangle(26, 0, 30, 4), capacity: 30, secured: 40 }],
  groups: [
    {
      id: 'audience',
      level: 'ground',
      area: rectangle(1, 8, 11, 19),
      count: 160,
      speed: { normal: [1.34, 0.26], min: 0.5, max: 2.2 },
      preMovement: { uniform: [2, 15] },
      goal: 'quickest-exit',
    },
    {
      id: 'backstage',
      level: 'ground',
      area: rectangle(21, 0.5, 25, 6),
      count: 20,
      speed: { table: 'imo-males-30-50' },
      goal: 'nearest-refuge',
    },
  ],
  maxTime: 600,
};
