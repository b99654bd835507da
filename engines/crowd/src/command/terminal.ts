/** What a command talks to, so that a test can listen. Answers go to `out`, progress and faults to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Whether a person watches `err`, so that a line may be rewritten. */
  readonly isWatched: boolean;
  readonly signal: AbortSignal;
}

/** Exit statuses that scripts may rely on. */
export const exitStatus = { done: 0, badInput: 2, peopleRemain: 3, cancelled: 130 } as const;

/** Something the caller must mend, in one line; ends the command with status 2. */
export class BadInput extends Error {
  override name = 'BadInput';
}

/** Shows how far long work has come: one line rewritten for a person, one line each tenth for a log. */
export function progressOn(
  { err, isWatched }: Terminal,
  what: string,
): { show(share: number, detail?: string): void; done(): void } {
  let shown = -1;
  const steps = isWatched ? 100 : 10;
  return {
    show(share, detail = '') {
      const step = Math.floor(Math.min(1, share) * steps);
      if (step === shown) return;
      shown = step;
      const line = `${what} ${Math.round((100 * step) / steps)} % ${detail}`.trimEnd();
      err(isWatched ? `\r\u001b[K${line}` : `${line}\n`);
    },
    done() {
      if (isWatched && shown >= 0) err('\r\u001b[K');
    },
  };
}

/** Columns of text, padded to line up; numbers flush right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((most, row) => row.map((text, i) => Math.max(most[i] ?? 0, text.length)), []);
  const isNumber = (text: string) => /^[\d–]/.test(text);
  const line = (row: readonly string[]) =>
    row.map((text, i) => (i > 0 && isNumber(text) ? text.padStart(widths[i]!) : text.padEnd(widths[i]!))).join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

/** Seconds as people read them in a terminal. */
export const seconds = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} s`);
