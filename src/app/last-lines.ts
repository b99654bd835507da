import { findFirstCommunity, setUpSecret } from '../community/index.ts';
import type { Ground } from '../platform/ground.ts';
import type { Config } from './config.ts';
import type { DemoPerson } from './demo/load-demo.ts';
import { publicUrlOf } from './public-url.ts';

/** What an operator reads last: what does not work at this address, who can sign in or where to set up, and where it is ready. */
export async function lastLines(
  ground: Ground,
  config: Config,
  port: number,
  demoPeople: readonly DemoPerson[],
): Promise<string[]> {
  const { isLoopback } = publicUrlOf(config);
  return [
    ...warnings(config, ground, isLoopback),
    ...(config.mail || ground.mode === 'demo'
      ? []
      : ['No mail server is set: nobody is paged by mail. Set FORESTALL_SMTP_URL.']),
    ...(ground.mode === 'demo' ? demoLines(demoPeople) : await setUpLines(ground)),
    ...(isLoopback
      ? [
          `Forestall is ready at http://127.0.0.1:${port}`,
          `Forestall is ready at http://localhost:${port}  (use this one for passkeys)`,
        ]
      : [`Forestall is ready at ${ground.publicUrl}`]),
  ];
}

function warnings(config: Config, ground: Ground, isLoopback: boolean): string[] {
  if (isLoopback || ground.publicUrl.startsWith('https:')) return [];
  const hint = config.publicUrl ? '' : ' Set FORESTALL_URL to the https address that people use.';
  return [
    `Without TLS at ${ground.publicUrl} passwords and reports cross the network readable, and passkeys do not work.${hint}`,
  ];
}

async function setUpLines(ground: Ground): Promise<string[]> {
  if (await ground.database.withoutCommunity(findFirstCommunity)) return [];
  return [
    'This installation is empty. Set it up here, once:',
    `  ${ground.publicUrl}/console/set-up#${setUpSecret(ground)}`,
  ];
}

function demoLines(people: readonly DemoPerson[]): string[] {
  if (people.length === 0) return [];
  return [
    'Sign in to the demonstration at /console/ (invented people, password alone, on this machine only):',
    ...people.map(({ email, password, what }) => `  ${email.padEnd(28)} ${password.padEnd(22)} ${what}`),
  ];
}
