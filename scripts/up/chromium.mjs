import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Finds a Chromium for the browser journeys and names it in CHROMIUM_PATH; installs Debian's where it may. */
export function ensureChromium() {
  const found = findChromium() ?? (mayInstall() ? installChromium() : undefined);
  if (!found) throw new Error('The tests need a browser: install Chromium, or set CHROMIUM_PATH to one.');
  process.env.CHROMIUM_PATH = found;
}

function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (!chosen) return USUAL_PLACES.find((place) => existsSync(place));
  if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, and nothing is there.`);
  return chosen;
}

function mayInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

function installChromium() {
  process.stdout.write('Installing Chromium for the browser tests … ');
  apt('update', '-qq');
  const done = apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  console.log(done ? 'done.' : 'failed.');
  return findChromium();
}

function apt(...aptArguments) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', aptArguments, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}
