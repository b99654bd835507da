import PDFDocument from 'pdfkit';
import { giveLetters } from './letters.ts';

export type Pdf = PDFKit.PDFDocument;

export interface PdfFacts {
  title: string;
  author: string;
  /** Two letters, such as `ca`. */
  language: string;
  /** Stands in the document, so that the same text on the same day makes the same bytes. */
  made: Date;
  layout?: 'portrait' | 'landscape';
  margin?: number;
  /** True where page numbers are written at the end. */
  isBuffered?: boolean;
}

/** An empty A4 document that says its language and title and will be tagged for screen readers (PDF 1.7, tagged). */
export const openPdf = ({ title, author, language, made, layout, margin = 56, isBuffered = false }: PdfFacts): Pdf => {
  const pdf = new PDFDocument({
    size: 'A4',
    layout: layout ?? 'portrait',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: language,
    bufferPages: isBuffered,
    autoFirstPage: true,
    info: { Title: title, Author: author, CreationDate: made, ModDate: made },
  });
  giveLetters(pdf);
  return pdf;
};

/** Ends the document and gives its bytes. */
export const bytesOf = (pdf: Pdf): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
    pdf.end();
  });
