import { createHash } from 'node:crypto';
import { puzzle } from '../../src/reports/surge/proof-of-work.ts';

/** Does the work that a form asks for, as its page does in a browser. */
export function doWork(token: string): string {
  const solve = (part: number): number => {
    for (let answer = 0; ; answer += 1) {
      const hash = createHash('sha256').update(`${token}:${part}:${answer}`).digest();
      if (hash.readUInt32BE() >>> (32 - puzzle.bits) === 0) return answer;
    }
  };
  return Array.from({ length: puzzle.parts }, (_, part) => solve(part)).join();
}
