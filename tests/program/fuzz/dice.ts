/** Throws of one attempt: the same seed and number always give the same, so that a finding can be sent again. */
export type Dice = {
  /** A whole number from 0 up to and without `sides`. */
  below(sides: number): number;
  oneOf<T>(choices: readonly T[]): T;
  /** True `times` out of a hundred. */
  inHundred(times: number): boolean;
};

export function throwDice(seed: number, attempt: number): Dice {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(attempt + 1, 0xc2b2ae35)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (sides: number) => next() % sides;
  return { below, oneOf: (choices) => choices[below(choices.length)]!, inHundred: (times) => below(100) < times };
}
