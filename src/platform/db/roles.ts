import type { Client } from 'pg';
import { OperatorFault } from '../operator-fault.ts';

/** Passwords of the roles that serve; a role without one is left as whoever runs the database made it. */
export type RolePasswords = { forestall_app?: string; forestall_sequencer?: string };

const SERVING_ROLES = ['forestall_app', 'forestall_sequencer'] as const;

/** Makes the roles that serve, with no right but those that migrations grant, and lets them in to this database. */
export async function ensureRoles(client: Client, passwords: RolePasswords): Promise<void> {
  for (const role of SERVING_ROLES) {
    await ensureRole(client, role, passwords[role]);
    await client.query(
      `do $$ begin execute format('grant connect on database %I to ${role}', current_database()); end $$`,
    );
  }
}

async function ensureRole(client: Client, role: string, password: string | undefined): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const secret = password === undefined ? '' : ` password ${client.escapeLiteral(password)}`;
  try {
    if (rowCount === 0) await client.query(`create role ${role} login nosuperuser nobypassrls${secret}`);
    else if (secret) await client.query(`alter role ${role}${secret}`);
  } catch (error) {
    throw new OperatorFault(`The database's owner cannot make the role ${role}: ${(error as Error).message}.`);
  }
}
