import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { answersInTime, watchForHanging } from './hang.ts';

/** A question that is answered at the beat of this number, beats that each take so long, and how many there were. */
function asking(answeredAt: number, tookMilliseconds: number) {
  let answer: () => void = () => {};
  const question = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const heard = { beats: 0 };
  const beat = async () => {
    heard.beats += 1;
    if (heard.beats === answeredAt) answer();
    return tookMilliseconds;
  };
  return { question, beat, heard };
}

describe('watch-for-hanging', () => {
  it('finds a database hanging after ten beats on time without an answer', async () => {
    const { question, beat, heard } = asking(11, 101);

    expect(await answersInTime(question, beat)).toBe(false);
    expect(heard.beats).toBe(10);
  });

  it('counts no beat that came late: the database had no turn either', async () => {
    const { question, beat } = asking(35, 900);

    expect(await answersInTime(question, beat)).toBe(true);
  });

  it('does not wait for ever on a machine where every beat comes late', async () => {
    const { question, beat, heard } = asking(1_000, 900);

    expect(await answersInTime(question, beat)).toBe(false);
    expect(heard.beats).toBe(40);
  });

  it('tells at once that a server which nobody reaches is not there', async () => {
    const hanging = watchForHanging('postgres://nobody@127.0.0.1:1/none');

    const done = hanging.orHung(() => pause(60_000, 'done', { ref: false }));

    await expect(done).rejects.toMatchObject({ refusal: { kind: 'unavailable', what: 'database' } });
    await hanging.close();
  });
});
