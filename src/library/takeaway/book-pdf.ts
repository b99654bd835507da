import { bytesOf, openPdf, type Pdf } from '../../platform/pdf/tagged-pdf.ts';
import { phases } from '../contract.ts';
import { codeOf } from '../pages/page-words.ts';
import type { Article } from '../reading/article.ts';
import { articlesOf, type Bound, breathe, chapterOf, lastChange, reportAddress, sourceText } from './book.ts';
import { drawBlocks, drawHeading, drawWords, edge, type Place } from './draw-blocks.ts';
import { type TakeawayWords, wordsFor } from './takeaway-words.ts';
import { writeRuns } from './write-runs.ts';

const placeOf = (article: Article): string => `#${article.id}`;
const linesOnPage = 34;

type Entry = { text: string; article: Article | null; page: number };

const entriesOf = (articles: readonly Article[], words: TakeawayWords): Entry[] =>
  phases.flatMap((phase) => {
    const some = articles.filter((article) => article.phase === phase);
    const title = { text: words.t(`library.phase.${phase}`), article: null, page: 0 };
    return some.length > 0 ? [title, ...some.map((article) => ({ text: article.title, article, page: 0 }))] : [];
  });

const drawCover = (place: Place, bound: Bound, words: TakeawayWords): void => {
  const { pdf } = place;
  pdf.y = 220;
  drawHeading(place, 1, words.t('library.title'));
  drawWords({ ...place, size: 14 }, words.t('library.lead'));
  drawWords(place, words.t('takeaway.of', { community: bound.setting.communityName }));
  drawWords(place, reportAddress(bound), 'plain', reportAddress(bound));
  drawWords(place, words.t('takeaway.changed', { date: lastChange(bound) }));
  drawWords(place, words.t('library.licence'));
};

const drawChapter = (place: Place, bound: Bound, article: Article, words: TakeawayWords): void => {
  const { tree, sources } = chapterOf(bound, article, placeOf);
  drawHeading(place, 1, article.title, article.id);
  drawWords({ ...place, size: 12.5 }, article.summary);
  drawBlocks(place, tree.children);
  if (sources.length > 0) drawHeading(place, 2, words.t('takeaway.sources'));
  for (const [index, source] of sources.entries()) {
    const text = `[${index + 1}] ${sourceText(source)} (${words.t(`library.mark.${source.mark}`)})`;
    drawWords({ ...place, size: 9.5 }, text, 'plain', source.url ?? undefined);
  }
  drawWords({ ...place, size: 9.5 }, words.t(`library.status.${article.status}`));
};

const drawEntry = (pdf: Pdf, toc: PDFKit.PDFStructureElement, { text, article, page }: Entry): void => {
  const face = article ? 'plain' : 'bold';
  const top = pdf.y;
  const width = pdf.page.width - 2 * edge - 40;
  const write = () => {
    const options = { width, height: 14, ellipsis: true, ...(article ? { goTo: article.id } : {}) };
    [pdf.x, pdf.y] = [edge, top];
    pdf.fontSize(10.5).fillColor('#182226');
    writeRuns(pdf, face, text, options);
    if (article)
      pdf
        .font(face)
        .text(String(page), pdf.page.width - edge - 40, top, { width: 40, align: 'right', lineBreak: false });
  };
  toc.add(pdf.struct('TOCI', {}, write));
  pdf.y = top + 20;
};

/** Fills the pages that were left free for the contents, now that each chapter has its page. */
const drawContents = (pdf: Pdf, toc: PDFKit.PDFStructureElement, entries: readonly Entry[], title: string): void => {
  for (const [index, entry] of entries.entries()) {
    if (index % linesOnPage === 0) {
      pdf.switchToPage(1 + index / linesOnPage);
      pdf.y = edge;
      if (index === 0) drawHeading({ pdf, parent: toc, left: edge, size: 11 }, 1, title);
      else pdf.y = edge + 34;
    }
    drawEntry(pdf, toc, entry);
  }
  toc.end();
};

const numberPages = (pdf: Pdf, words: TakeawayWords): void => {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start + 1; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    const text = words.t('takeaway.page', { number: page + 1 });
    pdf.font('plain').fontSize(9).fillColor('#525f66');
    pdf.text(text, edge, pdf.page.height - 36, { width: pdf.page.width - 2 * edge, align: 'right', lineBreak: false });
    pdf.endMarkedContent();
  }
};

/** The whole library of one language as a tagged PDF with contents, bookmarks and page numbers; the same texts make the same bytes. */
export const makeBookPdf = async (bound: Bound): Promise<Buffer> => {
  const { setting } = bound;
  const words = wordsFor(setting);
  const made = new Date(`${lastChange(bound)}T00:00:00Z`);
  const title = words.t('library.title');
  const { communityName } = setting;
  const pdf = openPdf({
    title,
    author: communityName,
    language: codeOf(setting),
    made,
    isBuffered: true,
    margin: edge,
  });
  const document = pdf.struct('Document');
  pdf.addStructure(document);
  const place: Place = { pdf, parent: document, left: edge, size: 11 };
  drawCover(place, bound, words);
  const toc = pdf.struct('TOC');
  document.add(toc);
  const entries = entriesOf(articlesOf(bound), words);
  for (let line = 0; line < entries.length; line += linesOnPage) pdf.addPage();
  for (const entry of entries) {
    if (!entry.article) continue;
    pdf.addPage();
    const { count } = pdf.bufferedPageRange();
    entry.page = count;
    pdf.outline.addItem(entry.article.title);
    drawChapter(place, bound, entry.article, words);
    await breathe();
  }
  drawContents(pdf, toc, entries, words.t('takeaway.contents'));
  numberPages(pdf, words);
  document.end();
  return await bytesOf(pdf);
};
