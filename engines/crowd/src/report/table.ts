import type { Spread } from '../result.ts';
import type { Markup, Part } from './markup.ts';
import { html } from './markup.ts';
import type { Speaker } from './say.ts';

/** A cell that holds a number or time, set flush right. */
interface Numeric {
  readonly numeric: Part;
}

export type Cell = Part | Numeric;

export const numeric = (value: Part): Numeric => ({ numeric: value });

const isNumeric = (cell: Cell): cell is Numeric => typeof cell === 'object' && cell !== null && 'numeric' in cell;

/** A table that scrolls by itself on a narrow screen; the first cell of each row names the row. */
export function table(name: string, heads: readonly Cell[], rows: readonly (readonly Cell[])[]): Markup {
  const head = heads.map((one) =>
    isNumeric(one) ? html`<th scope="col" class="n">${one.numeric}</th>` : html`<th scope="col">${one}</th>`,
  );
  const body = rows.map(
    ([first, ...rest]) =>
      html`<tr><th scope="row">${isNumeric(first) ? first.numeric : first}</th>${rest.map(bodyCell)}</tr>`,
  );
  return html`<div class="wide" role="region" aria-label="${name}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

const bodyCell = (cell: Cell): Markup =>
  isNumeric(cell) ? html`<td class="n">${cell.numeric}</td>` : html`<td>${cell}</td>`;

/** A spread as the median with its range in brackets, or the median alone when all runs agree; a dash when unknown. */
export function spreadText({ median, p5, p95 }: Spread, written: (value: number) => string, { say }: Speaker): string {
  if (median === null || p5 === null || p95 === null) return '–';
  const [middle, low, high] = [written(median), written(p5), written(p95)];
  return low === high ? middle : say('range', { median: middle, low, high });
}
