import type { Client } from 'pg';
import type { MovedCommunity } from '../backup/entries.ts';
import { OperatorFault } from '../operator-fault.ts';

/** Gives the community its short name here; refuses one that is here already, and people whose address is somebody else's here. */
export async function refuseTaken(client: Client, community: MovedCommunity, slug = community.slug): Promise<void> {
  const there = await client.query<{ id: string }>('select id from public.communities where id = $1 or slug = $2', [
    community.id,
    slug,
  ]);
  if (there.rows.some(({ id }) => id === community.id))
    throw new OperatorFault(`${community.name} is in this installation already: nothing was imported.`);
  if (there.rows.length > 0)
    throw new OperatorFault(`The short name ${slug} is taken here: choose another with --as. Nothing was imported.`);
  await client.query('update pg_temp.communities set slug = $1', [slug]);
  await refuseStrangers(client);
}

/** Somebody who works in both places keeps the account that they have here, if it is the same person with the same keys. */
async function refuseStrangers(client: Client): Promise<void> {
  const { rows } = await client.query<{ email: string }>(
    `select theirs.email from pg_temp.people theirs join public.people ours
       on ours.id = theirs.id or lower(ours.email) = lower(theirs.email)
     where ours.id <> theirs.id or ours.public_key <> theirs.public_key limit 1`,
  );
  if (rows[0])
    throw new OperatorFault(
      `Somebody here signs in as ${rows[0].email} with other keys: change that address first. Nothing was imported.`,
    );
}
