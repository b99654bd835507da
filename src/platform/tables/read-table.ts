/** A list as it stood in the file: the names of its columns and its rows, each cell as text. */
export type Table = { header: string[]; rows: string[][] };

export const rowsAtMost = 20_000;

const separators = [',', ';', '\t'] as const;

/** The separator that stands most often in the first line; a spreadsheet in Catalan or French writes semicolons. */
const separatorOf = (text: string): string => {
  const first = text.slice(0, text.search(/\r?\n|$/));
  const count = (separator: string) => first.split(separator).length;
  return [...separators].sort((one, other) => count(other) - count(one))[0]!;
};

/** Reads comma-separated values as RFC 4180 has them, also with semicolons or tabs; empty lines are no rows. */
export function readTable(text: string): Table {
  const plain = text.replace(/^\uFEFF/, '');
  const lines = readLines(plain, separatorOf(plain)).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const [header = [], ...rows] = lines;
  return { header: header.map((name) => name.trim()), rows };
}

function readLines(text: string, separator: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
    cells.push(cell);
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      cells.push('');
    }
    lines.push(cells);
    cells = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return lines;
}

function plainCell(text: string, start: number, separator: string): { cell: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { cell: text.slice(start, end), end };
}

/** A quote that is never closed takes the rest of the file, which the row then shows as far too long. */
function quotedCell(text: string, start: number): { cell: string; end: number } {
  let at = start + 1;
  while (at < text.length) {
    const close = text.indexOf('"', at);
    if (close < 0) break;
    if (text[close + 1] !== '"') return { cell: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
    at = close + 2;
  }
  return { cell: text.slice(start + 1).replaceAll('""', '"'), end: text.length };
}
