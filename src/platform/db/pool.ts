import pg from 'pg';

/** How long a connection may rest (0: for ever) and a question may take, in milliseconds. */
type Patience = { idleTimeoutMillis?: number; query_timeout?: number };

/**
 * How long one waits for a turn. Of a thousand reports at once a busy machine took seventy within five seconds and all within
 * ten; a database that does not answer at all is told by others sooner.
 */
const turnMilliseconds = 20_000;

/** A pool that outlives its server: a connection lost in use or at rest fails its query, never the process. */
export function openPool(url: string, connections: number, patience: Patience = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: turnMilliseconds,
    ...patience,
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
