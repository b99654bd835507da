import { translator } from '../../platform/i18n/index.ts';
import { type Face, printable } from '../../platform/pdf/letters.ts';
import { bytesOf, openPdf, type Pdf } from '../../platform/pdf/tagged-pdf.ts';
import { parcelWords } from '../words/parcel/index.ts';
import { parcelText } from '../words/parcel/parcel-text.ts';
import type { Parcel } from './contract.ts';

const ink = '#182226';
const edge = 56;

type Line = { text: string; size?: number; face?: Face; tag?: string; above?: number };

const write = (pdf: Pdf, document: PDFKit.PDFStructureElement, line: Line): void => {
  const { text, size = 11, face = 'plain', tag = 'P', above = 4 } = line;
  const draw = () =>
    void pdf
      .font(face)
      .fontSize(size)
      .fillColor(ink)
      .text(printable(text), edge, pdf.y + above, { width: pdf.page.width - 2 * edge });
  document.add(pdf.struct(tag, {}, draw));
};

/** What was shared as a tagged A4 document in the recipient's language. */
export const parcelPdf = async (parcel: Parcel, timeZone: string): Promise<Buffer> => {
  const { title, facts, heading, passages, notes } = parcelText(
    parcel,
    translator(parcelWords, parcel.language, timeZone),
  );
  const made = new Date(parcel.sharedAt);
  const pdf = openPdf({ title, author: parcel.community, language: parcel.language, made });
  const document = pdf.struct('Document');
  pdf.addStructure(document);
  const lines: Line[] = [
    { text: title, size: 20, face: 'bold', tag: 'H1' },
    ...facts.map(([label, value]) => ({ text: `${label}: ${value}` })),
    ...(heading === null ? [] : [{ text: heading, size: 15, face: 'bold' as const, tag: 'H2', above: 14 }]),
    ...passages.flatMap(({ mark, words, facts: about }) => [
      ...(mark === '' ? [] : [{ text: mark, face: 'bold' as const, above: 10 }]),
      { text: words, above: mark === '' ? 10 : 2 },
      ...about.map(([label, value]) => ({ text: `${label}: ${value}`, size: 10, above: 2 })),
    ]),
    ...notes.map((text) => ({ text, size: 10, above: 12 })),
  ];
  for (const line of lines) write(pdf, document, line);
  document.end();
  return await bytesOf(pdf);
};
