/** A spreadsheet would run a cell that begins like a formula; behind an apostrophe it stays text. */
const harmless = (cell: string) => (/^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell);

const written = (cell: string | number | null): string => {
  const text = harmless(String(cell ?? ''));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows as comma-separated values (RFC 4180); no cell runs as a formula where a spreadsheet opens it. */
export const writeTable = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `${rows.map((cells) => cells.map(written).join(',')).join('\r\n')}\r\n`;
