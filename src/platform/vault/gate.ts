/** How much costly work may run and wait. */
export type GateLimits = { atOnce: number; queue: number };

/** Lets costly work through a few at a time; `'busy'` means that the queue was full and nothing was begun. */
export type Gate = { run<T>(work: () => Promise<T>): Promise<T | 'busy'> };

/** Gives a gate in front of receipt hashes, so that guessing cannot take the machine from everybody else. */
export function receiptGate({ atOnce, queue }: GateLimits = { atOnce: 4, queue: 50 }): Gate {
  let running = 0;
  const waiting: (() => void)[] = [];
  const turn = () => new Promise<void>((admit) => waiting.push(admit));
  const pass = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };

  return {
    async run(work) {
      if (running < atOnce) running += 1;
      else if (waiting.length < queue) await turn();
      else return 'busy';
      try {
        return await work();
      } finally {
        pass();
      }
    },
  };
}
