/** Text that is markup already, so that `html` does not escape it again. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Part = string | number | Markup | null | undefined | false | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => withUnits(text).replace(/[&<>"']/g, (one) => entities[one]!);

/** A number and its unit never stand on two lines. */
const withUnits = (text: string): string =>
  text
    .replace(/([\d)]) (?=(?:m|m²|s|min|%)(?![\p{L}\d]))/gu, '$1\u00a0')
    .replace(/\u00a0min (?=\d)/g, '\u00a0min\u00a0');

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escaped(String(part));
}

/** Markup in which every value is escaped, unless it is markup itself. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.reduce((all, one, i) => all + textOf(parts[i - 1]) + one));
