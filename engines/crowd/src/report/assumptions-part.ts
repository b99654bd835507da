import { greenGuide, imo, nfpa, sfpe } from '../estimate/methods.ts';
import type { Goal, Group, PreMovement, Speed } from '../scenario/scenario.ts';
import { peopleIn } from '../scenario/scenario.ts';
import { speedTables } from '../scenario/speed-tables.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import type { Telling } from './report-input.ts';
import type { Speaker } from './say.ts';
import { numeric, table } from './table.ts';

/** What the answer rests on: groups, closures, step and seeds. */
export function assumptionsPart({ input: { scenario, ensembles }, speaker }: Telling): Markup {
  const { say, time, number } = speaker;
  const rows = scenario.groups.map((group) => [
    group.id,
    numeric(number(peopleIn(group))),
    speedText(group.speed, speaker),
    preMovementText(group.preMovement, speaker),
    goalText(group, speaker),
  ]);
  const closures = scenario.exits.flatMap(({ id, closed }) =>
    closed.map(
      ([from, to]) =>
        html`<li>${say('closedFrom', { id, from: number(from), to: to === null ? say('forGood') : `${number(to)} s` })}</li>`,
    ),
  );
  const model = ensembles.empirical.results[0]?.model ?? '–';
  const seed = ensembles.empirical.results[0]?.seed ?? scenario.seed;
  return html`<section><h2>${say('assumptions')}</h2>
    ${rows.length > 0 && table(say('assumptions'), [say('group'), numeric(say('people')), say('speeds'), say('preMovement'), say('goal')], rows)}
    ${closures.length > 0 && html`<ul>${closures}</ul>`}
    <p>${say('held', { model, step: number(scenario.step, 3).replace(/0+$/, ''), limit: time(scenario.maxTime), seed: String(seed) })}</p></section>`;
}

function speedText(speed: Speed, { say, number }: Speaker): string {
  if ('constant' in speed) return number(speed.constant, 2);
  if ('table' in speed) {
    const [slowest, fastest] = speedTables[speed.table]!.level;
    return `${number(slowest, 2)}–${number(fastest, 2)} (${speed.table})`;
  }
  const [mean, deviation] = speed.normal;
  return say('speedNormal', {
    mean: number(mean, 2),
    deviation: number(deviation, 2),
    min: number(speed.min, 2),
    max: number(speed.max, 2),
  });
}

function preMovementText(after: PreMovement, { say, number }: Speaker): string {
  if ('constant' in after) return `${number(after.constant)} s`;
  if ('uniform' in after) return say('fromTo', { from: number(after.uniform[0]), to: number(after.uniform[1]) });
  return say('typically', { median: number(Math.exp(after.lognormal[0])) });
}

function goalText({ goal, together, assisted }: Group, { say, number }: Speaker): string {
  const traits = [together && say('together'), assisted && say('assisted')].filter((one) => one !== false);
  return [wayText(goal, say, number), ...traits].join(', ');
}

function wayText(goal: Goal, say: Speaker['say'], number: Speaker['number']): string {
  if (goal === 'nearest-exit') return say('nearestExit');
  if (goal === 'quickest-exit') return say('quickestExit');
  if (goal === 'nearest-refuge') return say('nearestRefuge');
  if ('exit' in goal) return `${say('exit')} ${goal.exit}`;
  if ('refuge' in goal) return `${say('refuge')} ${goal.refuge}`;
  return Object.entries(goal.exits)
    .map(([id, share]) => `${id} ${number(100 * share)} %`)
    .join(', ');
}

/** Works that the model and its checks come from; the model's own page gives the equations. */
const works = [
  'Tordeux, Chraibi, Seyfried, Collision-free speed model for pedestrian dynamics, Traffic and Granular Flow ’15, 2016',
  'Weidmann, Transporttechnik der Fussgänger, ETH Zürich, 1993',
  'Seyfried et al., New insights into pedestrian flow through bottlenecks, Transportation Science 43, 2009',
  'Pedestrian Dynamics Data Archive, Forschungszentrum Jülich (HERMES 2009; Wuppertal 2018)',
  'RiMEA, Guideline for Microscopic Evacuation Analysis, version 4.1.1',
  'Ronchi et al., The Process of Verification and Validation of Building Fire Evacuation Models, NIST TN 1822, 2013',
  'ISO 20414:2020, Verification and validation protocol for building fire evacuation models',
];

/** Works from which something is taken that the page says. */
const cited = [
  [
    'Fruin, The Causes and Prevention of Crowd Disasters, 1993; Still, Introduction to Crowd Science, 2014',
    'densitiesNote',
  ],
  [sfpe.source.work, 'sfpeNote'],
  [imo.source.work, 'imoNote'],
  [greenGuide.source.work, 'greenGuideNote'],
  [nfpa.work, 'nfpaNote'],
] as const;

export function limitsPart({ input, speaker: { say } }: Telling): Markup {
  const limits = (['limit1', 'limit2', 'limit3', 'limit4', 'limit5'] as const).map((key) => html`<li>${say(key)}</li>`);
  const tables = [
    ...new Set(
      input.scenario.groups.flatMap(({ speed }) => ('table' in speed ? [speedTables[speed.table]!.source] : [])),
    ),
  ];
  const sources = [...works, ...cited.map(([work, note]) => say('cited', { work, note: say(note) })), ...tables];
  const { engine, scenario: hash } = input.ensembles.empirical.results[0] ?? { engine: '–', scenario: '–' };
  return html`<section><h2>${say('limits')}</h2><ul>${limits}</ul></section>
    <section><h2>${say('sources')}</h2><ul>${sources.map((source) => html`<li>${source}</li>`)}</ul></section>
    <section><h2>${say('tracing')}</h2><p style="overflow-wrap:anywhere">${say('tracingNote', { engine, hash })}</p></section>`;
}
