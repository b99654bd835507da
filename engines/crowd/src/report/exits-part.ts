import { presetKey } from './answer-part.ts';
import { flowChart } from './chart.ts';
import type { PresetFigures, UseFigures } from './figures.ts';
import { flowBin } from './figures.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { marksOf } from './plan-drawing.ts';
import type { Telling } from './report-input.ts';
import { presetName } from './report-input.ts';
import { numeric, spreadText, table } from './table.ts';

/** How many went through each exit and into each refuge, when, and how fast. */
export function exitsPart(telling: Telling): Markup {
  const { presets, speaker, input } = telling;
  const { say } = speaker;
  const marks = marksOf(input.scenario);
  const places = presets[0]?.uses ?? [];
  if (places.length === 0) return html``;
  const rows = places.flatMap(({ id, kind }) =>
    presets.map((one) => [
      `${marks.get(`${kind} ${id}`)} · ${id}`,
      presetName(speaker, one.preset),
      ...useCells(useOf(one, id, kind), telling),
    ]),
  );
  const heads = [
    `${say('exit')} / ${say('refuge')}`,
    say('preset'),
    numeric(say('used')),
    numeric(say('first')),
    numeric(say('last')),
    numeric(say('maxFlow')),
  ];
  return html`<section><h2>${say('exits')}</h2>${table(say('exits'), heads, rows)}
    <p class="quiet">${say('flowAxis')}</p>${presetKey(presets, speaker)}<div class="pair">${flowCharts(telling, places)}</div></section>`;
}

const useOf = ({ uses }: PresetFigures, id: string, kind: string): UseFigures =>
  uses.find((one) => one.id === id && one.kind === kind)!;

function useCells({ used, first, last, maxFlow }: UseFigures, { speaker }: Telling) {
  const { say, time, number } = speaker;
  if ((used.p95 ?? 0) === 0) return [numeric(say('unused')), '', '', ''];
  const texts = [
    spreadText(used, (n) => number(n), speaker),
    spreadText(first, time, speaker),
    spreadText(last, time, speaker),
    spreadText(maxFlow, (n) => number(n, 1), speaker),
  ];
  return texts.map(numeric);
}

function flowCharts({ presets, speaker, input }: Telling, places: readonly UseFigures[]): Markup[] {
  const marks = marksOf(input.scenario);
  const used = places.filter(({ id, kind }) =>
    presets.some((one) => useOf(one, id, kind).flow.some((value) => value > 0)),
  );
  const flows = used.flatMap(({ id, kind }) => presets.map((one) => useOf(one, id, kind).flow));
  const highest = flows.reduce((most, flow) => flow.reduce((top, value) => Math.max(top, value), most), 0);
  const until = flowBin * flows.reduce((most, flow) => Math.max(most, flow.findLastIndex((value) => value > 0) + 1), 1);
  return used.map(({ id, kind }) => {
    const title = `${marks.get(`${kind} ${id}`)} · ${id}`;
    const drawing = flowChart({
      presets: presets.map((one) => ({ preset: one.preset, flow: useOf(one, id, kind).flow })),
      highest,
      until,
      name: speaker.say('flowAbout', { name: id }),
      number: (value) => speaker.number(value, value < 10 && !Number.isInteger(value) ? 1 : 0),
    });
    return html`<figure><h3>${title}</h3>${drawing}</figure>`;
  });
}
