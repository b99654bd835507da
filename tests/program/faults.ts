import pg from 'pg';
import type { Ground } from '../../src/platform/ground.ts';

type Call = 'statement' | 'commit' | 'file' | 'chance';

/** Counts what the program asks of database, files and chance, and fails one of these calls, before it is carried out. */
export type Faults = {
  ground(ground: Ground): Partial<Ground>;
  /** Fails the nth call from here that is of one of these kinds. */
  failAt(nth: number, kinds?: readonly Call[]): void;
  /** Fails nothing more; tells whether the fault was met. */
  end(): boolean;
  close(): void;
};

const everyCall: readonly Call[] = ['statement', 'commit', 'file', 'chance'];

/** A disk that is full, as PostgreSQL says it: a fault that no input brings about and no retry mends. */
const fault = () => Object.assign(new Error('a fault on purpose'), { code: '53100' });

/** Faults for a program whose serving role is `forestall_app`; one at a time in a process. */
export function openFaults(): Faults {
  let left = 0;
  let failing: readonly Call[] = [];
  let isMet = false;
  const isHit = (call: Call) => {
    if (!failing.includes(call)) return false;
    left -= 1;
    if (left !== 0) return false;
    isMet = true;
    return true;
  };
  const passOrFail = <T extends unknown[], R>(call: Call, pass: (...given: T) => R) =>
    ((...given: T) => {
      if (isHit(call)) throw fault();
      return pass(...given);
    }) as (...given: T) => R;
  const stop = failStatements((text) => isHit(/^\s*commit/i.test(text) ? 'commit' : 'statement'));
  return {
    ground: ({ files, chance }) => ({
      files: {
        put: passOrFail('file', async (...given) => files.put(...given)),
        get: passOrFail('file', async (...given) => files.get(...given)),
        getSealed: passOrFail('file', async (...given) => files.getSealed(...given)),
        putSealed: passOrFail('file', async (...given) => files.putSealed(...given)),
        remove: passOrFail('file', async (...given) => files.remove(...given)),
        hasRoom: passOrFail('file', async () => files.hasRoom()),
      },
      chance: { bytes: passOrFail('chance', (count: number) => chance.bytes(count)) },
    }),
    failAt(nth, kinds = everyCall) {
      left = nth;
      failing = kinds;
      isMet = false;
    },
    end() {
      failing = [];
      return isMet;
    },
    close: stop,
  };
}

/** The statements that may never fail here: the way back out of a transaction. */
const isWayBack = (text: string) => /^\s*rollback/i.test(text);

function failStatements(isHit: (text: string) => boolean): () => void {
  const { prototype } = pg.Client;
  const send = prototype.query as (...given: unknown[]) => unknown;
  prototype.query = function (this: pg.Client & { user?: string }, ...given: unknown[]) {
    const [asked] = given as [string | { text?: string }];
    const text = typeof asked === 'string' ? asked : (asked.text ?? '');
    if (this.user !== 'forestall_app' || isWayBack(text) || !isHit(text)) return send.apply(this, given);
    const callback = given.find((each) => typeof each === 'function') as ((error: Error) => void) | undefined;
    if (!callback) return Promise.reject(fault());
    process.nextTick(callback, fault());
    return undefined;
  } as typeof prototype.query;
  return () => {
    prototype.query = send as typeof prototype.query;
  };
}
