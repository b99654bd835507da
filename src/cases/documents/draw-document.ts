import { type Face, printable } from '../../platform/pdf/letters.ts';
import { bytesOf, openPdf, type Pdf } from '../../platform/pdf/tagged-pdf.ts';
import type { CaseDocument, DocumentSection } from './contract.ts';

type Struct = PDFKit.PDFStructureElement;
type Sheet = { pdf: Pdf; document: Struct };
type Table = NonNullable<DocumentSection['table']>;

const ink = '#182226';
const quiet = '#525f66';
const edge = 56;
const padding = 4;
const widthOf = (pdf: Pdf) => pdf.page.width - 2 * edge;

/** Goes to a new page where fewer than so many points are left on this one. */
const makeRoom = (pdf: Pdf, points: number): void => {
  if (pdf.y + points > pdf.page.height - edge) pdf.addPage();
};

const write = (pdf: Pdf, text: string, { size = 11, face = 'plain', above = 4 }: Look): void => {
  pdf.y += above;
  pdf
    .font(face)
    .fontSize(size)
    .fillColor(ink)
    .text(printable(text), edge, pdf.y, { width: widthOf(pdf) });
};
type Look = { size?: number; face?: Face; above?: number };

const line = ({ pdf, document }: Sheet, tag: string, text: string, look: Look = {}): void => {
  makeRoom(pdf, 40);
  document.add(pdf.struct(tag, {}, () => write(pdf, text, look)));
};

/** One row, its cells beside one another, as high as the highest of them. */
const drawRow = (pdf: Pdf, table: Struct, cells: readonly string[], isHead: boolean): void => {
  const width = widthOf(pdf) / cells.length;
  const face: Face = isHead ? 'bold' : 'plain';
  pdf.font(face).fontSize(10);
  const height = Math.max(...cells.map((cell) => pdf.heightOfString(printable(cell), { width: width - 2 * padding })));
  makeRoom(pdf, height + 2 * padding);
  const top = pdf.y + padding;
  const row = pdf.struct('TR');
  table.add(row);
  for (const [at, cell] of cells.entries()) {
    const draw = () =>
      void pdf
        .font(face)
        .fontSize(10)
        .fillColor(ink)
        .text(printable(cell), edge + at * width + padding, top, { width: width - 2 * padding });
    row.add(pdf.struct(isHead ? 'TH' : 'TD', {}, draw));
  }
  row.end();
  pdf.y = top + height + padding;
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(edge, pdf.y)
    .lineTo(pdf.page.width - edge, pdf.y)
    .lineWidth(0.5)
    .stroke(quiet);
  pdf.endMarkedContent();
};

const drawTable = ({ pdf, document }: Sheet, { head, rows }: Table): void => {
  const table = pdf.struct('Table');
  document.add(table);
  pdf.y += 4;
  drawRow(pdf, table, head, true);
  for (const row of rows) drawRow(pdf, table, row, false);
  table.end();
};

const drawSignature = (sheet: Sheet, who: string): void => {
  const { pdf } = sheet;
  makeRoom(pdf, 60);
  pdf.y += 34;
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(edge, pdf.y)
    .lineTo(edge + 240, pdf.y)
    .lineWidth(0.5)
    .stroke(quiet);
  pdf.endMarkedContent();
  line(sheet, 'P', who, { size: 10, above: 2 });
};

const drawFooters = (pdf: Pdf, footer: string, pageWords: (number: number, count: number) => string): void => {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    const text = `${footer}  ·  ${pageWords(page + 1, count)}`;
    pdf.font('plain').fontSize(8.5).fillColor(quiet);
    pdf.text(printable(text), edge, pdf.page.height - 40, { width: widthOf(pdf) });
    pdf.endMarkedContent();
  }
};

/** The document as a tagged A4 PDF that says its language and title, with who made it at the foot of every page. */
export async function drawDocument(
  paper: CaseDocument,
  pageWords: (number: number, count: number) => string,
): Promise<Buffer> {
  const { title, community, language, madeAt, facts, sections, footer } = paper;
  const pdf = openPdf({ title, author: community, language, made: new Date(madeAt), isBuffered: true });
  const document = pdf.struct('Document');
  pdf.addStructure(document);
  const sheet = { pdf, document };
  line(sheet, 'P', community, { size: 10, above: 0 });
  line(sheet, 'H1', title, { size: 22, face: 'bold', above: 2 });
  for (const { label, value } of facts) line(sheet, 'P', `${label}: ${value}`);
  for (const { heading, paragraphs, table, signatures } of sections) {
    line(sheet, 'H2', heading, { size: 14, face: 'bold', above: 14 });
    for (const text of paragraphs) line(sheet, 'P', text);
    if (table) drawTable(sheet, table);
    for (const who of signatures) drawSignature(sheet, who);
  }
  document.end();
  drawFooters(pdf, footer, pageWords);
  return await bytesOf(pdf);
}
