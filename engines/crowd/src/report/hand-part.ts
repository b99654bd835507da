import type { Binding, LossEstimate, TargetEstimate } from '../estimate/answer.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import type { Telling } from './report-input.ts';
import type { Speaker } from './say.ts';
import { numeric, table } from './table.ts';

/** The hydraulic estimate: times by method, what binds at each exit, and the capacity of each width. */
export function handPart({ input: { estimate }, speaker }: Telling): Markup {
  const { say, time, number } = speaker;
  const times = estimate.methods.map((one) => [one.name, numeric(one.time === null ? '–' : time(one.time))]);
  const used = (estimate.methods[0]?.targets ?? []).filter(({ people }) => people > 0);
  const binding = used.map((one) => [
    one.id,
    numeric(number(one.people)),
    numeric(time(one.time)),
    bindingText(one, speaker),
  ]);
  const capacity = estimate.capacity.map(({ exit, people, capacity: most, isEnough }) => [
    exit,
    numeric(number(people)),
    numeric(number(most)),
    most === 0 ? '–' : isEnough ? say('enough') : html`<strong>${say('notEnough')}</strong>`,
  ]);
  return html`<section><h2>${say('hand')}</h2><p>${say('handNote')}</p>
    ${table(say('hand'), [say('method'), numeric(say('everybodySafe'))], times)}
    ${binding.length > 0 && table(say('holdsUp'), [`${say('exit')} / ${say('refuge')}`, numeric(say('people')), numeric('SFPE'), say('holdsUp')], binding)}
    ${capacity.length > 0 && table(say('capacity'), [say('exit'), numeric(say('people')), numeric(say('capacity')), say('verdict')], capacity)}
    ${estimate.stranded > 0 && html`<p class="notice">${say('stranded', { people: estimate.stranded })}</p>`}</section>`;
}

/** What binds, in words; a dash where nobody heads. */
export function bindingText({ binding, farthest, people: all }: TargetEstimate, { say, number }: Speaker): string {
  if (all === 0) return '–';
  const width = number(binding.width ?? 0, 1);
  const people = number(binding.people);
  const keys: Readonly<Record<Binding['kind'], () => string>> = {
    mouth: () => say('mouth', { width, people }),
    passage: () =>
      say('passage', { width, people, x: number(binding.at?.[0] ?? 0, 1), y: number(binding.at?.[1] ?? 0, 1) }),
    link: () => say('linkBinding', { width, people }),
    walk: () => say('walk', { metres: number(farthest) }),
  };
  return keys[binding.kind]();
}

/** The loss of each single exit in turn, each beside what would make up for it. */
export function lossesPart({ input: { estimate, scenario }, speaker }: Telling): Markup {
  const { say, time, number } = speaker;
  if (scenario.exits.length === 0 || estimate.people === 0) return html``;
  const whole = estimate.methods[0]?.time ?? null;
  const rows = estimate.losses.map((loss) => [
    loss.exit,
    numeric(whole === null ? '–' : time(whole)),
    numeric(loss.time === null ? say('stranded', { people: loss.stranded }) : time(loss.time)),
    widerDoorText(loss, whole, speaker),
    say('secondWayBy', { width: number(loss.remedies.secondWay, 1) }),
    loss.remedies.stewarding === null ? '–' : say('stewardingBy', { time: time(loss.remedies.stewarding) }),
  ]);
  const heads = [
    say('lost'),
    numeric(say('withAll')),
    numeric(say('without')),
    say('widerDoor'),
    say('secondWay'),
    say('stewarding'),
  ];
  return html`<section><h2>${say('losses')}</h2><p>${say('lossesNote')}</p>${table(say('losses'), heads, rows)}</section>`;
}

/** The wider door in words, or why there is none. */
export function widerDoorText(
  { time, remedies }: LossEstimate,
  whole: number | null,
  { say, number }: Speaker,
): string {
  const { widerDoor } = remedies;
  if (widerDoor)
    return say('widerDoorBy', { exit: widerDoor.exit, from: number(widerDoor.from, 1), to: number(widerDoor.to, 1) });
  return time !== null && whole !== null && time <= whole ? say('notNeeded') : say('notPossible');
}
