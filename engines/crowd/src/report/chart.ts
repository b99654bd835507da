import type { EnsembleResult } from '../result.ts';
import type { Preset } from '../scenario/scenario.ts';
import { flowBin } from './figures.ts';
import type { Markup, Part } from './markup.ts';
import { html } from './markup.ts';

/** The drawing's own units: a chart is 400 wide, with room for numbers at the left and below. */
const width = 400;
const left = 44;
const bottom = 24;
const top = 8;

interface Axes {
  readonly height: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly parts: Markup;
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** A step of 1, 2 or 5 times a power of ten that cuts the range into at most `pieces`. */
function niceStep(range: number, pieces: number): number {
  const rough = Math.max(range, 1e-9) / pieces;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

function axes(mostX: number, mostY: number, height: number, number: (value: number) => string): Axes {
  const x = (value: number) => left + (value / mostX) * (width - left - 12);
  const y = (value: number) => height - bottom - (value / mostY) * (height - bottom - top);
  const ticks = (most: number, pieces: number) => {
    const step = niceStep(most, pieces);
    return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, i) => i * step);
  };
  const parts = html`${ticks(mostY, 4).map((value) => html`<path class="grid" d="M${left} ${round(y(value))}H${width - 12}"/><text class="up" x="${left - 6}" y="${round(y(value) + 4)}">${number(value)}</text>`)}
    ${ticks(mostX, 5).map((value) => html`<text class="across" x="${round(x(value))}" y="${height - 6}">${number(value)}</text>`)}`;
  return { height, x, y, parts };
}

const chart = ({ height, parts }: Axes, name: string, lines: Part): Markup =>
  html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}">${parts}${lines}</svg>`;

const path = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`;

interface CurveInput {
  readonly presets: readonly { readonly preset: Preset; readonly ensemble: EnsembleResult }[];
  readonly marks: readonly { readonly name: string; readonly time: number }[];
  readonly people: number;
  readonly name: string;
  readonly number: (value: number) => string;
}

/** People safe over time, one band and line for each preset, and hand methods as vertical lines. */
export function egressChart({ presets, marks, people, name, number }: CurveInput): Markup {
  const ends = [...presets.map(({ ensemble }) => endOf(ensemble)), ...marks.map(({ time }) => time)];
  const frame = axes(Math.max(1, ...ends), Math.max(1, people), 240, number);
  const lines = presets.map(({ preset, ensemble }) => curve(frame, preset, ensemble));
  const hands = marks.map(
    ({ name: hand, time }, i) =>
      html`<path class="hand" d="M${round(frame.x(time))} ${top}V${frame.height - bottom}"/><text class="mark" x="${round(frame.x(time) - 4)}" y="${top + 14 + 14 * i}">${hand}</text>`,
  );
  return chart(frame, name, html`${lines}${hands}`);
}

/** The second at which the slowest of 100 runs has everybody safe, or the end of the record. */
function endOf({ egressBand }: EnsembleResult): number {
  const last = egressBand.at(-1);
  const full = egressBand.find(({ p5 }) => last !== undefined && p5 >= last.p5);
  return (full ?? last)?.time ?? 0;
}

/** At most this many points make a line: more cannot be seen. */
const mostPoints = 300;

function curve({ x, y }: Axes, preset: Preset, { egressBand }: EnsembleResult): Markup {
  const end = endOf({ egressBand } as EnsembleResult);
  const step = Math.max(1, Math.ceil(end / mostPoints));
  const shown = egressBand.filter(({ time }, i) => time <= end && (i % step === 0 || time === end));
  const upper = shown.map(({ time, p95 }) => [x(time), y(p95)] as const);
  const lower = shown.map(({ time, p5 }) => [x(time), y(p5)] as const).reverse();
  const middle = shown.map(({ time, median }) => [x(time), y(median)] as const);
  if (shown.length < 2) return html``;
  return html`<path class="band ${preset}" d="${path([...upper, ...lower])}Z"/><path class="line ${preset}" d="${path(middle)}"/>`;
}

interface FlowInput {
  readonly presets: readonly { readonly preset: Preset; readonly flow: readonly number[] }[];
  readonly highest: number;
  readonly until: number;
  readonly name: string;
  readonly number: (value: number) => string;
}

/** Persons a second through one exit over time, a stepped line for each preset. */
export function flowChart({ presets, highest, until, name, number }: FlowInput): Markup {
  const frame = axes(Math.max(flowBin, until), Math.max(0.5, highest), 130, number);
  const lines = presets.map(({ preset, flow }) => {
    const steps = [...flow, 0].flatMap((value, i) => [
      [frame.x(Math.min(until, i * flowBin)), frame.y(value)] as const,
      [frame.x(Math.min(until, (i + 1) * flowBin)), frame.y(value)] as const,
    ]);
    return html`<path class="line ${preset}" d="${path(steps)}"/>`;
  });
  return chart(frame, name, lines);
}
