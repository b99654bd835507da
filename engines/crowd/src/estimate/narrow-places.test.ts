import { describe, expect, it } from 'vitest';
import { wallsOf } from '../geometry/outline.ts';
import { rectangle } from '../scenario/an-example.ts';
import type { Level, Point } from '../scenario/scenario.ts';
import { groundOf } from '../scenario/standing-room.ts';
import { narrowPlaces } from './narrow-places.ts';

const levelOf = (walls: Point[][], holes: Point[][] = []): Level => ({
  id: '0',
  walkable: [{ outer: rectangle(0, 0, 30, 20), holes }],
  walls,
});

const widths = (level: Level) => narrowPlaces(wallsOf(level), groundOf(level)).map(({ width }) => width);

describe('narrow places', () => {
  it('finds a gap in a wall without thickness', () => {
    const parted = levelOf([
      [
        [15, 0],
        [15, 9],
      ],
      [
        [15, 10.1],
        [15, 20],
      ],
    ]);

    const [first, ...others] = narrowPlaces(wallsOf(parted), groundOf(parted));

    expect(first!.width).toBeCloseTo(1.1, 9);
    expect(first!.at).toEqual([15, 9.55]);
    expect(others).toEqual([]);
  });

  it('finds the ways around a pillar, and none through it or along it', () => {
    const pillar = rectangle(2, 4, 3, 16) as Point[];

    expect(widths(levelOf([], [pillar]))).toEqual([2, 2, 4, 4]);
  });

  it('finds none in a plain room, however narrow', () => {
    expect(
      narrowPlaces(wallsOf({ ...levelOf([]), walkable: [{ outer: rectangle(0, 0, 30, 2), holes: [] }] }), () => true),
    ).toEqual([]);
  });

  it('sees none where another wall stands between', () => {
    const screened = levelOf([
      [
        [10, 0],
        [10, 8],
      ],
      [
        [10, 12],
        [10, 20],
      ],
      [
        [8, 10],
        [12, 10],
      ],
    ]);

    expect(widths(screened)).toEqual([2, 2]);
  });
});
