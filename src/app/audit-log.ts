import { Client } from 'pg';
import { checkpointLine, leafLine, sentenceOf, verifierKeyOf, verifyLog } from '../platform/audit/tree/index.ts';
import type { KeyStore } from '../platform/vault/index.ts';

export type LogFinding = { community: string; isWhole: boolean; sentence: string; verifierKey: string };

const PAGE = 5_000;

/**
 * Checks the audit log of each community against the checkpoints that this installation signed, and against the lines that
 * somebody else kept; with witnesses' keys, each log must bear one of their cosignatures.
 */
export async function verifyAuditLogs(
  ownerUrl: string,
  keyStore: KeyStore,
  kept: { lines?: readonly string[]; witnesses?: readonly string[] } = {},
): Promise<LogFinding[]> {
  return asOwner(ownerUrl, async (client) => {
    const findings: LogFinding[] = [];
    for (const { id, slug } of await communities(client)) {
      const verifierKey = verifierKeyOf(`forestall/${id}`, keyStore.checkpointKey.publicKey);
      const keptOfThis = (kept.lines ?? []).filter((line) => line.includes(`forestall/${id}\\n`));
      const verdict = await verifyLog(joined(logLines(client, id), keptOfThis), verifierKey, kept.witnesses);
      findings.push({ community: slug, isWhole: verdict.ok, sentence: sentenceOf(verdict), verifierKey });
    }
    return findings;
  });
}

/** Gives a community's log line by line, as `verify-log.ts` and any auditor read it. */
export async function exportAuditLog(ownerUrl: string, slug: string, write: (line: string) => void): Promise<boolean> {
  return asOwner(ownerUrl, async (client) => {
    const community = (await communities(client)).find((one) => one.slug === slug);
    if (!community) return false;
    for await (const line of logLines(client, community.id)) write(line);
    return true;
  });
}

async function* joined(lines: AsyncIterable<string>, kept: readonly string[]): AsyncGenerator<string> {
  yield* lines;
  yield* kept;
}

async function* logLines(client: Client, community: string): AsyncGenerator<string> {
  for (let next = 0; ; next += PAGE) {
    const { rows } = await client.query<{ leaf_number: string; leaf_hash: Buffer; body: string }>(
      `select l.leaf_number, l.leaf_hash, e.body from audit_leaves l
       join audit_entries e on e.community_id = l.community_id and e.id = l.entry_id
       where l.community_id = $1 and l.leaf_number >= $2 and l.leaf_number < $3 order by l.leaf_number`,
      [community, next, next + PAGE],
    );
    for (const row of rows) yield leafLine(Number(row.leaf_number), row.leaf_hash, row.body);
    if (rows.length < PAGE) break;
  }
  const { rows } = await client.query<{ note: string }>(
    `select c.note || coalesce(string_agg(s.line, '' order by s.witness), '') as note from audit_checkpoints c
     left join audit_cosignatures s on s.community_id = c.community_id and s.size = c.size
     where c.community_id = $1 group by c.size, c.note order by c.size`,
    [community],
  );
  for (const { note } of rows) yield checkpointLine(note);
}

async function communities(client: Client): Promise<{ id: string; slug: string }[]> {
  return (await client.query<{ id: string; slug: string }>('select id, slug from communities order by slug')).rows;
}

async function asOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  return work(client).finally(() => client.end());
}
