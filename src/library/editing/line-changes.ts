import { diffLines } from 'diff';
import type { ChangedLine } from '../contract.ts';

const around = 3;

const linesOf = (value: string): string[] => value.replace(/\n$/, '').split('\n');

/** Of lines that did not change, only those near a change are worth reading. */
const shortened = (lines: string[], isFirst: boolean, isLast: boolean): ChangedLine[] => {
  const same = (some: string[]): ChangedLine[] => some.map((text) => ({ kind: 'same', text }));
  const head = isFirst ? 0 : around;
  const tail = isLast ? 0 : around;
  if (lines.length <= head + tail + 1) return same(lines);
  const gap: ChangedLine = { kind: 'left-out', text: String(lines.length - head - tail) };
  return [...same(lines.slice(0, head)), gap, ...same(lines.slice(lines.length - tail))];
};

/** What changed from one text to another, line by line, with three lines around each change and how many were left out. */
export const lineChanges = (before: string, after: string): ChangedLine[] => {
  const parts = diffLines(before, after);
  return parts.flatMap(({ value, added, removed }, nth): ChangedLine[] => {
    const lines = linesOf(value);
    if (added) return lines.map((text) => ({ kind: 'added', text }));
    if (removed) return lines.map((text) => ({ kind: 'removed', text }));
    return shortened(lines, nth === 0, nth === parts.length - 1);
  });
};
