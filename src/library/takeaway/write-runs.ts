import { type Face, printable, runsOf } from '../../platform/pdf/letters.ts';
import { openPdf, type Pdf } from '../../platform/pdf/tagged-pdf.ts';
import { articlesOf, type Bound } from './book.ts';

/** Only these letters may be missing in our first font; to look at every letter of a book would take seconds. */
const rare = /[\u0100-\u024f\u1e00-\u1eff]/;

/** Writes a text where the pen stands, each letter in whichever of our fonts has it. */
export const writeRuns = (pdf: Pdf, face: Face, text: string, options: PDFKit.Mixins.TextOptions): void => {
  const said = printable(text);
  const runs = (rare.test(said) && runsOf(pdf, face, said)) || [{ font: face, text: said }];
  for (const [index, run] of runs.entries()) {
    const continued = index < runs.length - 1 || options.continued === true;
    pdf.font(run.font).text(run.text, { ...options, continued });
  }
};

const printed = new WeakMap<object, boolean>();

const hasLetters = (text: string): boolean => {
  const made = new Date(0);
  const pdf = openPdf({ title: '', author: '', language: 'en', made });
  return runsOf(pdf, 'plain', [...new Set(printable(text))].filter((each) => !/\s/.test(each)).join('')) !== null;
};

/** True where a book can be printed: its script runs from left to right and our fonts have all its letters. */
export const isPrintable = (bound: Bound): boolean => {
  const { added } = bound.setting;
  if (!added) return true;
  const articles = articlesOf(bound);
  const known = printed.get(articles);
  if (known !== undefined) return known;
  const text = articles.map(({ title, summary, body }) => `${title}${summary}${body}`).join('');
  const can = added.direction === 'ltr' && hasLetters(text);
  printed.set(articles, can);
  return can;
};
