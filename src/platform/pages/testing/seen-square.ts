import readSquare from 'jsqr';

/** Where a square of so many fields a side is dark. */
type Square = { fields: number; dark: readonly { x: number; y: number }[] };

const pointsAField = 8;

/** Looks at a square as a camera would, and gives what it says. */
export function seenIn({ fields, dark }: Square): string | undefined {
  const side = fields * pointsAField;
  const darkAt = new Set(dark.map(({ x, y }) => `${x} ${y}`));
  const points = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let at = 0; at < side * side; at += 1) {
    const isDark = darkAt.has(`${Math.floor((at % side) / pointsAField)} ${Math.floor(at / side / pointsAField)}`);
    if (isDark) points.fill(0, at * 4, at * 4 + 3);
  }
  return readSquare(points, side, side)?.data;
}

/** The same for the square that a page draws. */
export const seenOnPage = (html: string): string | undefined =>
  seenIn({
    fields: Number(html.match(/viewBox="0 0 (\d+) \1"/)?.[1]),
    dark: [...html.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) })),
  });
