import { Client } from 'pg';
import { staffingSentences, unkeptPromises } from '../community/index.ts';

type Row = { slug: string; id: string; roles: string[] };

/** One line for each promise that a community's present staffing cannot keep; a fact to know, not a fault of the program. */
export async function staffingNotes(ownerUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client
    .query<Row>(
      `select c.slug, m.person_id as id, m.roles from communities c
       join memberships m on m.community_id = c.id and m.state = 'active' order by c.slug`,
    )
    .finally(() => client.end());
  const communities = [...new Set(rows.map(({ slug }) => slug))];
  return communities.flatMap((slug) =>
    unkeptPromises(rows.filter((row) => row.slug === slug)).map(
      (promise) => `note    ${slug}: ${staffingSentences('en')(promise)}`,
    ),
  );
}
