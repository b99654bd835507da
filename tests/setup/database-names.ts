import { fileURLToPath } from 'node:url';

export const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
export const TEMPLATE = 'forestall_template';
export const ROLE_PASSWORDS = { forestall_app: 'app-for-tests', forestall_sequencer: 'sequencer-for-tests' };

/** The same server's address with another database, and with another role if one is named. */
export function urlOfDatabase(ownerUrl: string, database: string, role?: keyof typeof ROLE_PASSWORDS): string {
  const url = new URL(ownerUrl);
  url.pathname = `/${database}`;
  if (role) Object.assign(url, { username: role, password: ROLE_PASSWORDS[role] });
  return url.href;
}
