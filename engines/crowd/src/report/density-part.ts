import type { DensityGrid } from '../result.ts';
import type { Level } from '../scenario/scenario.ts';
import type { PresetFigures, Spot } from './figures.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { dots, edgeParts, groundParts, levelDrawing, spotParts, squareParts } from './plan-drawing.ts';
import type { Telling } from './report-input.ts';
import { presetName } from './report-input.ts';
import { numeric, table } from './table.ts';

/** Density classes of the map, persons/m²; below the first nothing is drawn. */
const classes = [
  { from: 6, kind: 'd5' },
  { from: 5, kind: 'd4' },
  { from: 4, kind: 'd3' },
  { from: 2, kind: 'd2' },
  { from: 0.5, kind: 'd1' },
] as const;

/** Classes of seconds spent above a limit. */
const durations = [
  { from: 60, kind: 'd5' },
  { from: 30, kind: 'd4' },
  { from: 10, kind: 'd3' },
  { from: 0.05, kind: 'd2' },
] as const;

const limits = [
  { limit: 4, of: 'secondsAbove4' },
  { limit: 5, of: 'secondsAbove5' },
  { limit: 6, of: 'secondsAbove6' },
] as const;

const classIn = (steps: readonly { readonly from: number; readonly kind: string }[]) => (value: number) =>
  steps.find(({ from }) => value >= from)?.kind;

/** Where and when it was tightest: a map of the highest density and a table of the tightest squares, for each preset. */
export function densityPart(telling: Telling): Markup {
  const { presets, speaker } = telling;
  const { say } = speaker;
  const columns = presets.map(
    (one) =>
      html`<div><h3>${presetName(speaker, one.preset)}</h3>${densityMaps(one, telling)}${spotTable(one, telling)}</div>`,
  );
  return html`<section><h2>${say('density')}</h2><p>${say('densityNote')}</p>
    ${classKey(
      classes.map(({ from, kind }) => ({ kind, text: `≥ ${speaker.number(from, from % 1 === 0 ? 0 : 1)}` })),
      say('value'),
    )}
    <div class="pair">${columns}</div></section>`;
}

function densityMaps({ preset, densities, spots }: PresetFigures, telling: Telling): Markup[] {
  const { input, speaker, shared } = telling;
  return input.scenario.levels.flatMap((level, i) => {
    const grid = densities.find((one) => one.level === level.id);
    if (!grid) return [];
    const drawing = shared.use(
      `density-${preset}-${i}`,
      () =>
        html`${squareParts(grid, grid.highest, classIn(classes))}${edgeParts(level)}${spotParts(spots, level.id, radiusFor(grid))}`,
    );
    return [
      html`<figure>${levelDrawing(level, speaker.say('densityAbout', { level: level.id }), drawing, 'map')}</figure>`,
    ];
  });
}

const radiusFor = ({ columns, rows, cell }: DensityGrid): number =>
  Math.max(0.8, (Math.max(columns, rows) * cell) / 45);

function spotTable({ preset, spots }: PresetFigures, { speaker }: Telling): Markup {
  const { say, number, time } = speaker;
  if (spots.length === 0) return html`<p>${say('neverAbove', { limit: 3 })}</p>`;
  const rows = spots.map(({ x, y, level, highest, time: when, above }: Spot, i) => [
    `${i + 1} · ${say('at', { x: number(x, 1), y: number(y, 1), level })}`,
    numeric(number(highest, 1)),
    numeric(time(when)),
    ...above.map((seconds) => numeric(number(seconds))),
  ]);
  const heads = [
    say('place'),
    numeric(say('value')),
    numeric(say('when')),
    ...[4, 5, 6].map((limit) => numeric(say('secondsAbove', { limit }))),
  ];
  return table(`${say('density')}: ${presetName(speaker, preset)}`, heads, rows);
}

/** How long each square stayed above 4, 5 and 6 persons/m². */
export function crushPart(telling: Telling): Markup {
  const { presets, speaker } = telling;
  const { say, number } = speaker;
  const columns = presets.map((one) => {
    const maps = limits.map(
      ({ limit, of }) => html`<h4>${say('above', { limit })}</h4>${crushMaps(one, limit, of, telling)}`,
    );
    return html`<div><h3>${presetName(speaker, one.preset)}</h3>${maps}</div>`;
  });
  const texts = durations.map(({ from, kind }) => ({
    kind,
    text: from < 1 ? `> ${say('seconds', { n: number(0) })}` : `≥ ${say('seconds', { n: number(from) })}`,
  }));
  return html`<section><h2>${say('crush')}</h2>${classKey(texts, say('time'))}<div class="pair">${columns}</div></section>`;
}

function crushMaps(
  { preset, densities }: PresetFigures,
  limit: number,
  of: (typeof limits)[number]['of'],
  { input, speaker, shared }: Telling,
): Markup[] {
  const drawn = input.scenario.levels.flatMap((level: Level, i) => {
    const grid = densities.find((one) => one.level === level.id);
    if (!grid?.[of].some((seconds) => seconds >= durations.at(-1)!.from)) return [];
    const drawing = shared.use(
      `crush-${preset}-${limit}-${i}`,
      () => html`${squareParts(grid, grid[of], classIn(durations))}${edgeParts(level)}`,
    );
    return [
      html`<figure>${levelDrawing(level, speaker.say('crushAbout', { level: level.id, limit }), drawing, 'map')}</figure>`,
    ];
  });
  return drawn.length > 0 ? drawn : [html`<p>${speaker.say('neverAbove', { limit })}</p>`];
}

const classKey = (items: readonly { readonly kind: string; readonly text: string }[], unit: string): Markup =>
  html`<ul class="key"><li>${unit}</li>${items.map(({ kind, text }) => html`<li><svg viewBox="0 0 20 14" aria-hidden="true"><path class="square ${kind}" d="M0 0H20V14H0Z"/></svg>${text}</li>`)}</ul>`;

/** Who was still inside at the end, by group and level, and where. */
export function leftPart(telling: Telling): Markup {
  const { presets, speaker, input } = telling;
  const { say, time } = speaker;
  const withLeft = presets.filter(({ left }) => left !== null);
  if (withLeft.length === 0) return html`<section><h2>${say('whoLeft')}</h2><p>${say('nobodyLeft')}</p></section>`;
  return html`<section><h2>${say('whoLeft')}</h2><p>${say('leftNote', { time: time(input.scenario.maxTime) })}</p>
    <div class="pair">${withLeft.map((one) => leftColumn(one, telling))}</div></section>`;
}

function leftColumn({ preset, left }: PresetFigures, { input, speaker, shared }: Telling): Markup {
  const { say, number } = speaker;
  const rows = left!.groups.map(({ group, level, mean }) => [
    group,
    `${say('level')} ${level}`,
    numeric(number(mean, Number.isInteger(mean) ? 0 : 1)),
  ]);
  const maps = input.scenario.levels.flatMap((level, i) => {
    const places = left!.places.filter((one) => one.level === level.id).map(({ x, y }) => [x, y] as const);
    if (places.length === 0) return [];
    const drawing = shared.use(`left-${preset}-${i}`, () => html`${groundParts(level)}${dots(places, 'left')}`);
    return [html`<figure>${levelDrawing(level, say('leftAbout', { level: level.id }), drawing, 'plan')}</figure>`];
  });
  return html`<div><h3>${presetName(speaker, preset)}</h3>${maps}${table(`${say('whoLeft')}: ${presetName(speaker, preset)}`, [say('group'), say('level'), numeric(say('people'))], rows)}</div>`;
}
