import type { Spread } from '../result.ts';
import { egressChart } from './chart.ts';
import type { PresetFigures } from './figures.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import type { Telling } from './report-input.ts';
import { presetName } from './report-input.ts';
import type { Speaker } from './say.ts';
import type { Cell } from './table.ts';
import { numeric, spreadText, table } from './table.ts';

/** A factor between hand calculation and simulation from which the page says so. */
const disagreement = 1.5;

/** The figures that matter, both presets and the hand method side by side. */
export function answerPart({ input, presets, speaker }: Telling): Markup {
  const { say, time, number } = speaker;
  const [first] = presets;
  const runs = first?.ensemble.runs ?? 0;
  const times = (of: (figures: PresetFigures) => Spread) =>
    presets.map((one) => numeric(timeText(of(one), input.scenario.maxTime, speaker)));
  const counts = (of: (figures: PresetFigures) => Spread, digits = 0) =>
    presets.map((one) => numeric(spreadText(of(one), (value) => number(value, digits), speaker)));
  const hand = input.estimate.methods[0]?.time ?? null;
  const rows: Cell[][] = [
    [
      say('people'),
      ...presets.map(({ ensemble }) => numeric(number(ensemble.people))),
      numeric(number(input.estimate.people)),
    ],
    [say('everybodySafe'), ...times(({ ensemble }) => ensemble.timeToClear), numeric(hand === null ? '–' : time(hand))],
    [say('half'), ...times(({ ensemble }) => ensemble.t50), numeric('–')],
    [say('nearlyAll'), ...times(({ ensemble }) => ensemble.t95), numeric('–')],
    [say('evacuated'), ...counts(({ evacuated }) => evacuated), numeric('–')],
    [say('inRefuge'), ...counts(({ inRefuge }) => inRefuge), numeric('–')],
    [say('left'), ...counts(({ ensemble }) => ensemble.remaining), numeric(number(input.estimate.stranded))],
    [
      `${say('highestDensity')}, ${say('value').toLowerCase()}`,
      ...counts(({ ensemble }) => ensemble.maxDensity, 1),
      numeric('–'),
    ],
  ];
  const heads = [
    say('figure'),
    ...presets.map(({ preset }) => numeric(presetName(speaker, preset))),
    numeric(say('handMethod')),
  ];
  return html`<section><h2>${say('answer')}</h2><p>${say('both')}</p>
    ${table(say('answer'), heads, rows)}
    <p class="quiet">${runs > 1 ? say('rangeNote', { runs }) : say('oneRun')}</p>${warning(presets, hand, speaker)}</section>`;
}

/** A time over all runs; runs that left somebody inside count as longer than any, and the limit stands for them. */
function timeText({ median, p5, p95 }: Spread, limit: number, speaker: Speaker): string {
  const { say, time } = speaker;
  const late = say('notCleared', { time: time(limit) });
  if (median === null || p5 === null) return late;
  return p95 === null
    ? say('range', { median: time(median), low: time(p5), high: late })
    : spreadText({ median, p5, p95 }, time, speaker);
}

function warning(
  presets: readonly PresetFigures[],
  hand: number | null,
  { say, number }: Telling['speaker'],
): Markup | null {
  const factors = presets.flatMap((one) => {
    const { median } = one.ensemble.timeToClear;
    return median !== null && hand !== null && median > 0 && hand > 0 ? [Math.max(median / hand, hand / median)] : [];
  });
  const most = Math.max(1, ...factors);
  return most < disagreement ? null : html`<p class="notice">${say('disagree', { factor: number(most, 1) })}</p>`;
}

/** The egress curve with its band, and the same as a table. */
export function curvePart({ input, presets, speaker }: Telling): Markup {
  const { say, time, number } = speaker;
  const people = presets[0]?.ensemble.people ?? 0;
  if (people === 0) return html``;
  const marks = input.estimate.methods.flatMap((one) =>
    one.time === null ? [] : [{ name: one.name, time: one.time }],
  );
  const drawing = egressChart({ presets, marks, people, name: say('curveAbout'), number: (value) => number(value) });
  const shares = [0.25, 0.5, 0.75, 0.95, 1];
  const rows = shares.map((share) => [
    `${number(100 * share)} %`,
    ...presets.map(({ ensemble }) => numeric(whenShare(ensemble.egressBand, share * people, time))),
  ]);
  return html`<section><h2>${say('curve')}</h2><figure>${drawing}<figcaption>${say('curveAxis')}</figcaption></figure>${presetKey(presets, speaker)}
    ${table(say('curve'), [say('share'), ...presets.map(({ preset }) => numeric(presetName(speaker, preset)))], rows)}</section>`;
}

function whenShare(
  band: readonly { time: number; median: number }[],
  people: number,
  time: (seconds: number) => string,
): string {
  const reached = band.find(({ median }) => median >= people - 1e-9);
  return reached ? time(reached.time) : '–';
}

/** What the two line styles mean. */
export const presetKey = (presets: readonly PresetFigures[], speaker: Telling['speaker']): Markup =>
  html`<ul class="key">${presets.map(({ preset }) => html`<li><svg viewBox="0 0 20 14" aria-hidden="true"><path class="line ${preset}" d="M0 7H20"/></svg>${presetName(speaker, preset)}</li>`)}</ul>`;
