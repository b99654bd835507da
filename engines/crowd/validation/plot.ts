import type { Plot, Series } from './case.ts';

const [width, height, left, bottom, top, right] = [560, 340, 56, 44, 16, 150];
const looks: Readonly<Record<Series['style'], string>> = {
  ours: 'stroke="#0b5c8a" stroke-width="2.5" fill="none"',
  reference: 'stroke="#222" stroke-width="1.2" fill="none"',
  bound: 'stroke="#999" stroke-width="1" stroke-dasharray="4 3" fill="none"',
};

/** A round step that cuts the range into about five. */
function tickStep(range: number): number {
  const rough = range / 5;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  return magnitude * ([1, 2, 5, 10].find((step) => step * magnitude >= rough) ?? 10);
}

const ticks = (most: number): number[] => {
  const step = tickStep(most);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, k) => Number((k * step).toFixed(6)));
};

/** Draws a plot as an SVG of its own, axes from zero. */
export function svgOf({ x, y, series }: Plot): string {
  const points = series.flatMap((each) => each.points);
  const [mostX, mostY] = [Math.max(...points.map(([px]) => px)) * 1.05, Math.max(...points.map(([, py]) => py)) * 1.1];
  const atX = (value: number) => (left + (value / mostX) * (width - left - right)).toFixed(1);
  const atY = (value: number) => (height - bottom - (value / mostY) * (height - bottom - top)).toFixed(1);
  const lines = series.map(
    ({ points: own, style }) =>
      `<polyline ${looks[style]} points="${own.map(([px, py]) => `${atX(px)},${atY(py)}`).join(' ')}"/>`,
  );
  const dots = series
    .filter(({ style }) => style === 'ours')
    .flatMap(({ points: own }) =>
      own.map(([px, py]) => `<circle cx="${atX(px)}" cy="${atY(py)}" r="3.5" fill="#0b5c8a"/>`),
    );
  const legend = series.map(
    ({ name, style }, k) =>
      `<path ${looks[style]} d="M${width - right + 12} ${top + 14 + 18 * k}h22"/><text x="${width - right + 40}" y="${top + 18 + 18 * k}">${name}</text>`,
  );
  const axes = [
    `<path d="M${left} ${top}V${height - bottom}H${width - right}" stroke="#222" fill="none"/>`,
    ...ticks(mostX).map(
      (value) => `<text x="${atX(value)}" y="${height - bottom + 16}" text-anchor="middle">${value}</text>`,
    ),
    ...ticks(mostY).map(
      (value) => `<text x="${left - 6}" y="${Number(atY(value)) + 4}" text-anchor="end">${value}</text>`,
    ),
    `<text x="${(left + width - right) / 2}" y="${height - 8}" text-anchor="middle">${x}</text>`,
    `<text transform="translate(14 ${(height - bottom + top) / 2}) rotate(-90)" text-anchor="middle">${y}</text>`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="${y} by ${x}">\n<rect width="${width}" height="${height}" fill="#fff"/>\n${[...axes, ...lines, ...dots, ...legend].join('\n')}\n</svg>\n`;
}
