import { engineVersion, ScenarioFault } from '../result.ts';
import { describeFault } from '../scenario/fault.ts';
import { estimateCommand } from './estimate-command.ts';
import { check, init } from './init-and-check.ts';
import { report } from './report-command.ts';
import { run } from './run.ts';
import type { Terminal } from './terminal.ts';
import { BadInput, exitStatus } from './terminal.ts';
import { bench, validate } from './validate-and-bench.ts';
import { withoutEachExit } from './without-each-exit.ts';

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  run,
  report,
  'without-each-exit': withoutEachExit,
  estimate: estimateCommand,
  init,
  check,
  validate,
  bench,
};

const help = `forestall-crowd: how people leave a place

  run scenario.json                 let them leave; --seed N  --runs N  --preset empirical|code-conservative
                                    --trajectories out.fctj|.csv|.txt|.sqlite (as often as you like)
                                    --every SECONDS  --level ID (of the trajectories)
                                    --density out.csv  --egress out.csv  --flow out.csv  --workers N
                                    --kernel simd|reference (slower, doubles)  --json
  report scenario.json -o page.html one page in four languages; --runs N  --seed N  --language en|ca|es|fr  --name NAME
  without-each-exit scenario.json   lose every single exit in turn, beside what helps; --runs N  --seed N  --json
  estimate scenario.json            a first answer by hand methods, at once; --json
  init [scenario.json]              write an example; --from plan.dxf|.wkt|.geojson  --force
  check scenario.json               say every fault of a file and how to mend it
  validate                          run the validation cases and write their report; --full  --only ID  -o FOLDER
  bench                             measure the engine (in a clone)

Status: 0 done, 2 bad input (one line a fault), 3 people remain inside, 130 cancelled.
A planning aid, not a code approval.
`;

/** Runs one command and gives its exit status. What the user can mend is said in one line each. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || args.includes('--help') || args.includes('-h')) {
    terminal.out(help);
    return name === undefined ? exitStatus.badInput : exitStatus.done;
  }
  if (name === '--version') {
    terminal.out(`${engineVersion}\n`);
    return exitStatus.done;
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new BadInput(`There is no command "${name}". Run forestall-crowd --help.`);
    return await command(rest, terminal);
  } catch (cause) {
    return explain(cause, terminal);
  }
}

function explain(cause: unknown, terminal: Terminal): number {
  if (terminal.signal.aborted) {
    terminal.err('\nCancelled. Nothing was changed.\n');
    return exitStatus.cancelled;
  }
  if (cause instanceof ScenarioFault) terminal.err(cause.faults.map((fault) => `${describeFault(fault)}\n`).join(''));
  else if (cause instanceof BadInput) terminal.err(`${cause.message}\n`);
  else if (isBadOption(cause))
    terminal.err(`${cause.message.split(/\.? To specify|\.?\n/)[0]}. Run forestall-crowd --help.\n`);
  else throw cause;
  return exitStatus.badInput;
}

const isBadOption = (cause: unknown): cause is Error =>
  cause instanceof TypeError && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS');
