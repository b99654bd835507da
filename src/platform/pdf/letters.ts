import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export type Face = 'plain' | 'bold';
type Pdf = PDFKit.PDFDocument;

const weights: Record<Face, number> = { plain: 400, bold: 700 };
const fontFile = (subset: string, face: Face): Buffer =>
  readFileSync(
    require.resolve(
      `@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${subset}-${weights[face]}-normal.woff`,
    ),
  );

/** Gives a document its letters, embedded, so that it looks and reads the same everywhere. */
export const giveLetters = (pdf: Pdf): void => {
  for (const face of ['plain', 'bold'] as const) {
    pdf.registerFont(face, fontFile('latin', face));
    pdf.registerFont(`${face} of other names`, fontFile('latin-ext', face));
  }
};

interface Opened {
  _font: { font: { hasGlyphForCodePoint(code: number): boolean } };
}

const hasGlyph = (pdf: Pdf, font: string, character: string): boolean => {
  const { _font } = pdf.font(font) as unknown as Opened;
  return _font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
};

export interface Run {
  font: string;
  text: string;
}

/** Splits a name into runs that one font has letters for; null where neither has them all. */
export const runsOf = (pdf: Pdf, face: Face, text: string): Run[] | null => {
  const runs: Run[] = [];
  for (const character of text) {
    const font = [face, `${face} of other names`].find((each) => hasGlyph(pdf, each, character));
    if (!font) return null;
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
};

/** Text without the few signs that our letters lack: the narrow no-break space becomes an ordinary one. */
export const printable = (text: string): string => text.replaceAll('\u202f', '\u00a0').replaceAll('\u2011', '-');
