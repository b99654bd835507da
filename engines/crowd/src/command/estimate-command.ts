import type { Estimate } from '../estimate/answer.ts';
import { estimate } from '../estimate/estimate.ts';
import { bindingText } from '../report/hand-part.ts';
import { speakerOf } from '../report/say.ts';
import { readArguments } from './read-arguments.ts';
import { scenarioIn } from './read-input.ts';
import { onlyFile } from './run.ts';
import type { Terminal } from './terminal.ts';
import { columns, exitStatus, seconds } from './terminal.ts';

const options = { json: { type: 'boolean' } } as const;

/** `estimate scenario.json`: the hydraulic answer, at once. Status 3 when somebody reaches no exit. */
export async function estimateCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  const answer = estimate(scenarioIn(onlyFile(positionals, 'estimate')));
  terminal.out(values.json ? `${JSON.stringify(answer)}\n` : estimateText(answer));
  return answer.stranded > 0 ? exitStatus.peopleRemain : exitStatus.done;
}

function estimateText({ people, stranded, strandedBy, methods, losses, capacity, capacitySource }: Estimate): string {
  const speaker = speakerOf('en');
  const targets = (methods[0]?.targets ?? []).map((one) => [
    one.id,
    String(one.people),
    seconds(one.time),
    bindingText(one, speaker),
  ]);
  const widths = capacity.map(({ exit, people: users, capacity: most, isEnough }) => [
    exit,
    String(users),
    String(most),
    most === 0 ? 'lost' : isEnough ? 'enough' : 'too narrow',
  ]);
  const strandedText = strandedBy.map(({ group, people: some }) => `${some} of "${group}"`).join(', ');
  return [
    `${people} people${stranded > 0 ? `, ${stranded} of them reach no exit: ${strandedText}` : ''}\n`,
    columns([['method', 'everybody safe after'], ...methods.map(({ name, time }) => [name, seconds(time)])]),
    columns([['by SFPE', 'people', 'last in', 'held up by'], ...targets]),
    columns([['by NFPA 101', 'people', 'served', ''], ...widths]),
    columns([
      ['without', 'everybody safe after'],
      ...losses.map(({ exit, time, stranded: out }) => [
        exit,
        time === null ? `${out} people stranded` : seconds(time),
      ]),
    ]),
    `Sources:\n${[...methods.map(({ source }) => source), capacitySource].map((one) => `- ${one}\n`).join('')}`,
    'A planning aid, not a code approval.\n',
  ].join('\n');
}
