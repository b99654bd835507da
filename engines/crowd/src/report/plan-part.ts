import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { groundParts, levelDrawing, marksOf, placeParts } from './plan-drawing.ts';
import type { Telling } from './report-input.ts';

/** The plan of every level, and what its marks stand for. */
export function planPart({ input: { scenario }, speaker: { say }, shared }: Telling): Markup {
  const drawings = scenario.levels.map((level, i) => {
    const on = (items: readonly { readonly level: string }[]) => items.filter((one) => one.level === level.id).length;
    const name = say('planAbout', { level: level.id, exits: on(scenario.exits), refuges: on(scenario.refuges) });
    const parts = shared.use(`plan-${i}`, () => html`${groundParts(level)}${placeParts(scenario, level.id)}`);
    const title = scenario.levels.length > 1 ? html`<h3>${say('level')} ${level.id}</h3>` : null;
    return html`${title}<figure>${levelDrawing(level, name, parts)}</figure>`;
  });
  return html`<section><h2>${say('plan')}</h2>${drawings}${key(scenario, say)}</section>`;
}

function key(scenario: Telling['input']['scenario'], say: Telling['speaker']['say']): Markup {
  const marks = marksOf(scenario);
  const named = (kind: 'exit' | 'refuge' | 'link', items: readonly { readonly id: string }[]) =>
    items.map(
      ({ id }) =>
        html`<li><svg viewBox="0 0 20 14" aria-hidden="true"><path class="area-${kind}" d="M2 2H18V12H2Z"/></svg>${marks.get(`${kind} ${id}`)} · ${say(kind)} ${id}</li>`,
    );
  const group = html`<li><svg viewBox="0 0 20 14" aria-hidden="true" style="--unit:1px"><path class="group" d="M2 2H18V12H2Z"/></svg>${say('group')}</li>`;
  return html`<ul class="key">${named('exit', scenario.exits)}${named('refuge', scenario.refuges)}${named('link', scenario.links)}${scenario.groups.length > 0 && group}</ul>`;
}
