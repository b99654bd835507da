import type { Level, Ring } from '../scenario/scenario.ts';
import { short } from './recorded.ts';

const ringText = (ring: Ring): string =>
  `(${[...ring, ring[0]!].map(([x, y]) => `${short(x, 6)} ${short(y, 6)}`).join(', ')})`;

/** The walkable areas of a level as WKT, one POLYGON each. A hole that reaches past its outer ring is written as drawn. */
export const walkableWkt = ({ walkable }: Level): string[] =>
  walkable.map(({ outer, holes }) => `POLYGON (${[outer, ...holes].map(ringText).join(', ')})`);
