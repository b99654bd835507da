import pg from 'pg';

/** How long a connection may rest (0: for ever) and a question may take, in milliseconds. */
type Patience = { idleTimeoutMillis?: number; query_timeout?: number };

/** A pool that outlives its server: a connection lost in use or at rest fails its query, never the process. */
export function openPool(url: string, connections: number, patience: Patience = {}): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 5_000, ...patience });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
