import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

const statementsAtMost = 1_000;
const charactersAtMost = 10_000;

/**
 * The pool, with each statement prepared once a connection: the server reads and plans a question once, not each time that
 * it is asked. Lists of any length could make statements without end, so only the first thousand are kept.
 */
export function prepareOnce(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known || names.size >= statementsAtMost || text.length > charactersAtMost) return known;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
  return {
    async connect() {
      const client = await pool.connect();
      let isLost = false;
      return {
        async query<R>(text: string, parameters: readonly unknown[]) {
          const name = parameters.length > 0 ? nameOf(text) : undefined;
          try {
            return (await client.query({ ...(name && { name }), text, values: [...parameters] })) as R;
          } catch (error) {
            // Whoever cannot be rolled back would hand its open transaction to the next who takes the connection.
            isLost ||= text === 'rollback';
            throw error;
          }
        },
        release: () => client.release(isLost),
      } as PostgresPoolClient;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}
