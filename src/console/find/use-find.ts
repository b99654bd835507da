import { useRef, useState } from 'react';
import { type FindCursor, type FindMatch, findWords } from '../api/find.ts';
import { type Refusal, refusalOf } from '../api/refusal.ts';

export interface Finding {
  state: 'idle' | 'looking' | 'done' | 'busy' | 'fault';
  matches: readonly FindMatch[];
  scanned: number;
  next: FindCursor | null;
  refusal: Refusal | null;
}

const idle: Finding = { state: 'idle', matches: [], scanned: 0, next: null, refusal: null };

/** One search at a time: a new one ends the one before, and what was sought is kept nowhere but on this screen. */
export const useFind = () => {
  const [finding, setFinding] = useState(idle);
  const running = useRef<AbortController | null>(null);

  const look = async (words: string, from: FindCursor | null, before: Finding) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const base = before.scanned;
    const change = (how: (now: Finding) => Finding) => running.current === mine && setFinding(how);
    change(() => ({ ...before, state: 'looking', next: null, refusal: null }));
    try {
      await findWords(words, from, mine.signal, (line) =>
        change((now) => {
          if (line.type === 'match') return { ...now, matches: [...now.matches, line] };
          if (line.type === 'progress') return { ...now, scanned: base + line.scanned };
          if (line.type === 'end') return { ...now, state: 'done', scanned: base + line.scanned, next: line.next };
          return { ...now, state: line.type };
        }),
      );
      change((now) => (now.state === 'looking' ? { ...now, state: 'fault' } : now));
    } catch (error) {
      change((now) => ({ ...now, state: 'done', refusal: mine.signal.aborted ? null : refusalOf(error) }));
    }
  };
  return {
    finding,
    find: (words: string) => look(words, null, idle),
    goOn: (words: string) => look(words, finding.next, finding),
    stop: () => running.current?.abort(),
  };
};
