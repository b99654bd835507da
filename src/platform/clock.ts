/** The only source of time: product code asks a clock that it was given, never the machine. */
export type Clock = { now(): Date };

/** A clock that stands still until a test moves it. */
export type VirtualClock = Clock & { advance(milliseconds: number): void; set(date: Date): void };

export const systemClock: Clock = { now: () => new Date() };

/** Gives a clock that starts at `start` and moves only when told to. */
export function virtualClock(start: Date): VirtualClock {
  let time = start.getTime();
  return {
    now: () => new Date(time),
    advance: (milliseconds) => {
      time += milliseconds;
    },
    set: (date) => {
      time = date.getTime();
    },
  };
}
