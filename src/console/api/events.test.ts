import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { forgetWhatChanged } from './events.ts';

const keys = [
  ['triage', 'waiting'],
  ['report', 'r1'],
  ['report', 'r2'],
  ['case', 'c1'],
  ['cases', 'open'],
  ['session'],
];

const oldAfter = (event: { act: string; recordKind: string; recordId: string }): string[] => {
  const client = new QueryClient();
  for (const key of keys) client.setQueryData(key, {});
  forgetWhatChanged(client, { ...event, at: '2026-11-23T12:00:00Z' });
  return keys.filter((key) => client.getQueryState(key)?.isInvalidated).map((key) => key.join(' '));
};

describe('forget-what-changed', () => {
  it('reads a report and the desk again after a decision', () => {
    const old = oldAfter({ act: 'report-decided', recordKind: 'report', recordId: 'r1' });

    expect(old).toEqual(['triage waiting', 'report r1']);
  });

  it('never opens a record again because somebody opened it, which would be logged without end', () => {
    const report = oldAfter({ act: 'report-opened', recordKind: 'report', recordId: 'r1' });
    const opened = oldAfter({ act: 'case-opened-to-read', recordKind: 'case', recordId: 'c1' });

    expect(report).toEqual(['triage waiting']);
    expect(opened).toEqual([]);
  });

  it('reads a case and the lists again after a change of lead', () => {
    const old = oldAfter({ act: 'lead-changed', recordKind: 'case', recordId: 'c1' });

    expect(old).toEqual(['case c1', 'cases open']);
  });
});
