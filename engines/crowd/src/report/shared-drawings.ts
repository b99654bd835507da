import type { Markup } from './markup.ts';
import { html } from './markup.ts';

/** Drawings that each language shows: drawn once in the page, used wherever they are named. */
export class SharedDrawings {
  readonly #drawn = new Map<string, Markup>();

  /** A use of the drawing of that name; `draw` is called the first time only. */
  use(name: string, draw: () => Markup): Markup {
    if (!this.#drawn.has(name)) this.#drawn.set(name, draw());
    return html`<use href="#${name}"/>`;
  }

  /** All drawings, to stand in the page once. */
  definitions(): Markup {
    const parts = Array.from(this.#drawn, ([name, drawing]) => html`<g id="${name}">${drawing}</g>`);
    return html`<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>${parts}</defs></svg>`;
  }
}
