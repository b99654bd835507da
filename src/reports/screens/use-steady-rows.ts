import { type RefObject, useEffect, useState } from 'react';
import type { ReportRow } from '../../console/api/reports.ts';

export interface SteadyRow {
  row: ReportRow;
  hasChanged: boolean;
  /** It stood here and no longer belongs in this list. */
  isGone: boolean;
}

export interface SteadyRows {
  rows: readonly SteadyRow[];
  arrived: readonly ReportRow[];
  settle(): void;
}

/**
 * The rows in the order in which they were first seen, each with its newest state: nothing moves under the eyes of whoever
 * reads or has the focus in the list. What arrives meanwhile is counted, and joins when `settle` is called.
 */
export const useSteadyRows = (
  fresh: readonly ReportRow[],
  isReading: boolean,
  list: RefObject<HTMLElement | null>,
): SteadyRows => {
  const [settled, setSettled] = useState(fresh);
  useEffect(() => {
    const isBusy = isReading || list.current?.contains(document.activeElement);
    setSettled((before) => (isBusy && before.length > 0 ? before : fresh));
  }, [fresh, isReading, list]);

  const newest = new Map(fresh.map((row) => [row.id, row]));
  const before = new Set(settled.map((row) => row.id));
  return {
    rows: settled.map((old) => {
      const row = newest.get(old.id) ?? old;
      return { row, hasChanged: JSON.stringify(row) !== JSON.stringify(old), isGone: !newest.has(old.id) };
    }),
    arrived: fresh.filter((row) => !before.has(row.id)),
    settle: () => setSettled(fresh),
  };
};
