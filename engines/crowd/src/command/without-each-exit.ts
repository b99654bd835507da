import type { LossEstimate } from '../estimate/answer.ts';
import { estimate } from '../estimate/estimate.ts';
import { widerDoorText } from '../report/hand-part.ts';
import { speakerOf } from '../report/say.ts';
import type { EnsembleResult, Spread } from '../result.ts';
import { ScenarioFault } from '../result.ts';
import type { Preset, Scenario } from '../scenario/scenario.ts';
import { peopleIn } from '../scenario/scenario.ts';
import { readArguments } from './read-arguments.ts';
import { kernelFrom, scenarioIn, wholeNumber } from './read-input.ts';
import { onlyFile, presetRuns } from './run.ts';
import type { Terminal } from './terminal.ts';
import { columns, exitStatus, seconds } from './terminal.ts';

const options = {
  runs: { type: 'string' },
  seed: { type: 'string' },
  kernel: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const presets: readonly Preset[] = ['empirical', 'code-conservative'];

/** The loss of one exit: both presets beside the remedies. `remaining` counts who is still inside at the end. */
interface Loss {
  readonly exit: string | null;
  readonly outcomes: Readonly<Record<Preset, Outcome>>;
  readonly remedies?: LossEstimate['remedies'];
}

interface Outcome {
  readonly timeToClear: Spread;
  readonly remaining: number;
}

/** `without-each-exit scenario.json`: loses every single exit in turn and shows each loss beside what makes up for it. */
export async function withoutEachExit(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  const scenario = scenarioIn(onlyFile(positionals, 'without-each-exit'));
  const given = {
    runs: wholeNumber('runs', values.runs, 1, 1, 10_000),
    ...kernelFrom(values.kernel),
    seed: wholeNumber('seed', values.seed, scenario.seed, 0, 4_294_967_295),
  };
  const hand = estimate(scenario);
  const whole: Loss = { exit: null, outcomes: await outcomesOf(scenario, [], given, terminal) };
  const losses: Loss[] = [];
  for (const { exit, remedies } of hand.losses) {
    losses.push({ exit, outcomes: await outcomesOf(scenario, [exit], given, terminal), remedies });
  }
  const answer = { people: hand.people, runs: given.runs, whole: whole.outcomes, losses };
  terminal.out(values.json ? `${JSON.stringify(answer)}\n` : lossesText(whole, losses, hand));
  return whole.outcomes.empirical.remaining > 0 ? exitStatus.peopleRemain : exitStatus.done;
}

type Given = { readonly runs: number; readonly seed: number; readonly kernel?: 'reference' | 'simd' };

async function outcomesOf(
  scenario: Scenario,
  lost: readonly string[],
  given: Given,
  terminal: Terminal,
): Promise<Loss['outcomes']> {
  const [first, second] = [
    await outcomeOf(scenario, lost, given, presets[0]!, terminal),
    await outcomeOf(scenario, lost, given, presets[1]!, terminal),
  ];
  return { empirical: first, 'code-conservative': second };
}

async function outcomeOf(
  scenario: Scenario,
  exitsClosed: readonly string[],
  given: Given,
  preset: Preset,
  terminal: Terminal,
): Promise<Outcome> {
  try {
    const { timeToClear, results }: EnsembleResult = await presetRuns(
      scenario,
      { ...given, preset, exitsClosed },
      terminal,
    );
    return { timeToClear, remaining: Math.max(...results.map(({ remaining }) => remaining)) };
  } catch (cause) {
    // Without this exit some have no way out at all: an answer here, not a fault of the file.
    if (!(cause instanceof ScenarioFault) || exitsClosed.length === 0) throw cause;
    const everybody = scenario.groups.reduce((sum, group) => sum + peopleIn(group), 0);
    return { timeToClear: { median: null, p5: null, p95: null }, remaining: everybody };
  }
}

function lossesText(whole: Loss, losses: readonly Loss[], hand: ReturnType<typeof estimate>): string {
  const outcome = ({ timeToClear, remaining }: Outcome) =>
    remaining > 0 ? `${remaining} left inside` : seconds(timeToClear.median);
  const speaker = speakerOf('en');
  const wholeTime = hand.methods[0]?.time ?? null;
  const rows = [
    ['lost', 'empirical', 'code-conservative', 'wider door', 'second way', 'stewarding (by hand)'],
    ['(none)', outcome(whole.outcomes.empirical), outcome(whole.outcomes['code-conservative']), '', '', ''],
    ...losses.map(({ exit, outcomes, remedies }, i) => [
      exit ?? '',
      outcome(outcomes.empirical),
      outcome(outcomes['code-conservative']),
      widerDoorText(hand.losses[i]!, wholeTime, speaker),
      `another door of ${remedies!.secondWay.toFixed(1)} m nearby`,
      remedies!.stewarding === null ? '–' : seconds(remedies!.stewarding),
    ]),
  ];
  return `${columns(rows)}One exit is lost at a time. Remedies by the SFPE method. Sensitive: keep it with those who must act on it.\n`;
}
