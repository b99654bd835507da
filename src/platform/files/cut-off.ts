import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { programFolder } from '../program-folder.ts';

const memoryMegabytes = 512;
const unshare = '/usr/bin/unshare';

/** Where people's files and an installation's keys lie on a machine. */
const privateFolders = ['/home', '/root', '/var', '/srv', '/mnt', '/media', '/tmp'];

const ownFolder = join(programFolder, 'src', 'platform', 'files');
const packages = join(programFolder, 'node_modules');

/** What the converter needs to run; none of it may be hidden. */
const needed = (): string[] =>
  [process.execPath, ownFolder, packages].filter(existsSync).map((path) => realpathSync(path));

const home = (): string => resolve(process.env.FORESTALL_HOME ?? join(programFolder, '.forestall'));

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** The folders that are replaced by empty ones: all that are private and hold nothing that is needed; what lies in one goes with it. */
function hidden(): string[] {
  const all = [...new Set([...privateFolders, home()].filter(existsSync).map((path) => realpathSync(path)))];
  const free = all.filter((path) => !needed().some((each) => isWithin(each, path)));
  return free.filter((path) => !free.some((other) => other !== path && isWithin(path, other)));
}

/** Puts an empty folder over each private one, then becomes the program that it was given. */
const hideThenRun = 'while [ "$1" != -- ]; do mount -t tmpfs none "$1" || exit 70; shift; done; shift; exec "$@"';

/** Linux: user, network and mount namespaces of its own, with no way out and nothing private to be seen. */
const namespaces = (): string[] => [
  unshare,
  '--map-root-user',
  '--net',
  '--mount',
  '/bin/sh',
  '-c',
  hideThenRun,
  'sh',
  ...hidden(),
  '--',
];

let isCuttable: boolean | undefined;

function canCut(): boolean {
  const [program, ...rest] = namespaces();
  isCuttable ??= spawnSync(program!, [...rest, '/bin/true'], { stdio: 'ignore' }).status === 0;
  return isCuttable;
}

/**
 * The command that runs a script of this folder cut off: Node lets it read its packages and this folder, write nothing and start
 * nothing; where Linux allows, there is no network either, and private folders are empty for whatever gets past Node.
 */
export function cutOff(script: string): [program: string, ...rest: string[]] {
  const node: [string, ...string[]] = [
    process.execPath,
    `--max-old-space-size=${memoryMegabytes}`,
    '--permission',
    '--allow-addons',
    `--allow-fs-read=${realpathSync(packages)}/`,
    `--allow-fs-read=${packages}/`,
    `--allow-fs-read=${ownFolder}/`,
    join(ownFolder, script),
  ];
  return canCut() ? ([...namespaces(), ...node] as [string, ...string[]]) : node;
}
