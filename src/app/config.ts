import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { OperatorFault } from '../platform/operator-fault.ts';
import { programFolder } from '../platform/program-folder.ts';

export type Mode = 'demo' | 'main';

export type Config = {
  mode: Mode;
  host: string;
  /** 0 lets the system choose. */
  port: number;
  /** Everything that this installation keeps on disk; demonstration and real data never share one. */
  home: string;
  /** The address that people reach, without a slash at its end, where somebody named one. */
  publicUrl: string | undefined;
  database: { ownerUrl: string | undefined; appUrl: string | undefined; sequencerUrl: string | undefined };
  /** The folder of PostgreSQL's programs, where somebody chose one. */
  chosenPostgres: string | undefined;
  /** How mail leaves; without it mail waits in the outbox and is shown in a demonstration. */
  mail: { url: string; from: string } | undefined;
  metricsToken: string | undefined;
};

export { programFolder };
export const migrationsFolder = join(programFolder, 'db', 'migrations');

/** Where the installation keeps its keys, apart from the database and from backups of it. */
export const keyFolderOf = ({ home }: Config) => join(home, 'keys');
/** Where the installation keeps the sealed files that people attached. */
export const fileFolderOf = ({ home }: Config) => join(home, 'files');
/** Where the library's books are kept once they are made; whatever is here can be made again. */
export const bookFolderOf = ({ home }: Config) => join(home, 'books');
/** Where the operator's own texts for the library stand, in place of ours or beside them. */
export const contentFolderOf = ({ home }: Config) => join(home, '..', 'content');

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, 'must look like postgresql://user:password@host:5432/database')
  .optional();

const settings = z.object({
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 to 65535')
    .max(65_535, 'must be 0 to 65535')
    .default(8080),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'must be an address or a name')
    .default('127.0.0.1'),
  FORESTALL_HOME: z.string().optional(),
  FORESTALL_URL: z.url({ protocol: /^https?$/, error: 'must look like https://warn.example.org' }).optional(),
  FORESTALL_POSTGRES: z.string().optional(),
  FORESTALL_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, 'must look like smtp://user:password@mail.example.org:587')
    .optional(),
  FORESTALL_MAIL_FROM: z.email('must be an e-mail address').default('forestall@localhost.localdomain'),
  FORESTALL_METRICS_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  DATABASE_URL: postgresUrl,
  DATABASE_URL_APP: postgresUrl,
  DATABASE_URL_SEQUENCER: postgresUrl,
});

/** Reads the settings from the environment; an empty one counts as not set. Throws one line that names the faulty setting. */
export function readConfig(environment: Record<string, string | undefined>, mode: Mode): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw new OperatorFault(faultOf(parsed.error));
  const read = parsed.data;
  return {
    mode,
    host: read.HOST,
    port: read.PORT,
    home: join(read.FORESTALL_HOME ? resolve(read.FORESTALL_HOME) : join(programFolder, '.forestall'), mode),
    publicUrl: read.FORESTALL_URL?.replace(/\/+$/, ''),
    database: { ownerUrl: read.DATABASE_URL, appUrl: read.DATABASE_URL_APP, sequencerUrl: read.DATABASE_URL_SEQUENCER },
    chosenPostgres: read.FORESTALL_POSTGRES,
    mail: read.FORESTALL_SMTP_URL ? { url: read.FORESTALL_SMTP_URL, from: read.FORESTALL_MAIL_FROM } : undefined,
    metricsToken: read.FORESTALL_METRICS_TOKEN,
  };
}

/** Makes the home folder for this user alone, or says that it cannot be written to. */
export function makeHome({ home }: Config): void {
  try {
    makeFolder(dirname(home), 0o755);
    makeFolder(home, 0o700);
    accessSync(home, constants.W_OK | constants.X_OK);
  } catch {
    throw new OperatorFault(
      `Forestall cannot write to ${home}: make it writable, or set FORESTALL_HOME to another folder.`,
    );
  }
}

/** One folder at a time: asked for several at once, Node never comes back from a place where none can be made. */
function makeFolder(path: string, mode: number): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path), 0o755);
  mkdirSync(path, { mode });
}

/** Names the setting, not its value: a database's address holds a password. */
function faultOf(error: z.ZodError): string {
  const issue = error.issues[0];
  return `${issue?.path.join('.')} ${issue?.message}.`;
}
