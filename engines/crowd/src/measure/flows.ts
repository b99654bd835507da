import type { ExitUse } from '../result.ts';

const window = 10;

/** Counts who goes in where and when, second by second. */
export class FlowCount {
  private readonly times: number[] = [];

  add(time: number): void {
    this.times.push(time);
  }

  use(): ExitUse {
    const { times } = this;
    const flow = new Uint16Array(times.length > 0 ? Math.floor(times.at(-1)!) + 1 : 0);
    for (const time of times) flow[Math.floor(time)]!++;
    return { used: times.length, first: times[0] ?? null, last: times.at(-1) ?? null, maxFlow: this.highest(), flow };
  }

  /** The most people in any ten seconds, by ten; over the whole use when that is shorter, never over less than a second. */
  private highest(): number {
    const { times } = this;
    let [from, most] = [0, 0];
    for (let to = 0; to < times.length; to++) {
      while (times[to]! - times[from]! >= window) from++;
      most = Math.max(most, to - from + 1);
    }
    const whole = times.length > 1 ? times.at(-1)! - times[0]! : 1;
    return most / Math.min(window, Math.max(1, whole));
  }
}
