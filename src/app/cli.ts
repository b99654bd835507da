import { Command } from 'commander';
import { OperatorFault } from '../platform/operator-fault.ts';
import { KeyStoreUnavailable } from '../platform/vault/index.ts';
import { addCommunity, listCommunities } from './command-line/communities.ts';
import { closeKeys } from './command-line/keys.ts';
import { checkLibraryLinks } from './command-line/library.ts';
import { type ExportOptions, exportTo, type ImportOptions, importFrom } from './command-line/moving.ts';
import { type BackupOptions, makeBackup, type RestoreOptions, restoreBackup } from './command-line/safekeeping.ts';
import { serve, work } from './command-line/serve.ts';
import { doctor, exportAudit, migrateNow, type VerifyOptions, verifyAudit } from './command-line/tend.ts';
import { witnessAccept, witnessAdd, witnessHeads, witnessList, witnessRemove } from './command-line/witness.ts';
import { type Config, type Mode, readConfig } from './config.ts';

const program = new Command('forestall')
  .description('A community’s defense chain against mass attacks, from the first warning to the last follow-up.')
  .option('--demo', 'work on the demonstration instead of the real installation');

program.command('serve').description('serve the pages, the console and the API').action(served(chosenMode));
program
  .command('demo')
  .description('serve an invented community to look around in')
  .action(served(() => 'demo'));
program
  .command('worker')
  .description('do what runs by the clock, beside servers on the same database')
  .action(() => orOneLine(() => work(readConfig(process.env, chosenMode()))));
program.command('migrate').description('bring the database up to date').action(done(migrateNow));
program.command('doctor').description('state what must always hold, and check each').action(done(doctor));

program
  .command('backup')
  .description('write a sealed backup; data and keys belong in different places')
  .requiredOption('--data <folder>', 'where a new file of data goes')
  .requiredOption('--keys <folder>', 'where the latest file of keys goes, replacing the last')
  .option('--recipient <age1…>', 'who can open it; may be said more than once', (one, all: string[] = []) => [
    ...all,
    one,
  ])
  .action((options: BackupOptions) => done((config) => makeBackup(config, options))());

program
  .command('restore')
  .description('restore a backup into a new, empty installation')
  .requiredOption('--data <file>', 'the file of data')
  .requiredOption('--keys <file>', 'the latest file of keys')
  .option('--identity <file>', 'the age key that opens it')
  .action((options: RestoreOptions) => done((config) => restoreBackup(config, options))());

program
  .command('keys')
  .description('the installation’s keys')
  .command('close')
  .description('destroy what was shredded: close the generation of keys now instead of tonight')
  .action(done(closeKeys));

const community = program.command('community').description('the communities of this installation');
community.command('add').description('print a link that sets up one further community').action(done(addCommunity));
community.command('list').description('print every community').action(done(listCommunities));
community
  .command('export <short-name>')
  .description('write everything that a community owns as one sealed archive, to be imported elsewhere')
  .requiredOption('--to <file>', 'the new file')
  .option('--recipient <age1…>', 'who can open it; may be said more than once', (one, all: string[] = []) => [
    ...all,
    one,
  ])
  .action((slug: string, options: ExportOptions) => done((config) => exportTo(config, slug, options))());
community
  .command('import <file>')
  .description('read a community’s archive into this installation, all of it or nothing')
  .option('--identity <file>', 'the age key that opens it')
  .option('--as <short-name>', 'another short name, where its own is taken here')
  .option('--dry-run', 'only say whether it could be imported')
  .action((file: string, options: ImportOptions) => done((config) => importFrom(config, file, options))());

const library = program.command('library').description('the texts and links of the library');
library
  .command('check-links')
  .description('ask each linked page, politely, whether it is still there')
  .action(done(checkLibraryLinks));

const audit = program.command('audit').description('the tamper-evident log');
audit
  .command('verify')
  .description('check every log against its signed checkpoints, and against heads that others kept')
  .option(
    '--kept <file>',
    'lines of checkpoints that somebody else kept, as `forestall witness heads` prints them there',
  )
  .option(
    '--witness <key>',
    'a witness that must have cosigned; may be said more than once',
    (one, all: string[] = []) => [...all, one],
  )
  .action((options: VerifyOptions) => done((config) => verifyAudit(config, options))());
audit
  .command('export <community>')
  .description('print a log for an auditor')
  .action((community: string) => done((config) => exportAudit(config, community))());

const witness = program.command('witness').description('other installations that watch the logs here, and theirs here');
witness.command('list').description('who watches what, with which keys, and how they stand').action(done(witnessList));
witness
  .command('add <address> <key>')
  .description('show every head of the logs here to another installation, each minute')
  .action((address: string, key: string) => done((config) => witnessAdd(config, address, key))());
witness
  .command('remove <name>')
  .description('show a witness nothing any more')
  .action((name: string) => done((config) => witnessRemove(config, name))());
witness
  .command('accept <key>')
  .description('cosign the heads of another installation’s log')
  .action((key: string) => done((config) => witnessAccept(config, key))());
witness
  .command('heads')
  .description('print the last cosigned heads, to be joined to an exported log')
  .action(done(witnessHeads));

await program.parseAsync();

function chosenMode(): Mode {
  return program.opts<{ demo?: boolean }>().demo ? 'demo' : 'main';
}

function served(mode: () => Mode): () => Promise<void> {
  return () => orOneLine(() => serve(readConfig(process.env, mode())));
}

/** Runs a command that ends by itself; exit code 1 says that not all is well. */
function done(command: (config: Config) => Promise<boolean>): () => Promise<void> {
  return () =>
    orOneLine(async () => {
      if (!(await command(readConfig(process.env, chosenMode())))) process.exitCode = 1;
    });
}

/** What the operator can put right is one line; anything else is a bug, and shown whole. */
async function orOneLine(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const isForOperator = error instanceof OperatorFault || error instanceof KeyStoreUnavailable;
    console.error(isForOperator ? error.message : error);
    process.exitCode = 1;
  }
}
