import { type Face, printable } from '../../platform/pdf/letters.ts';
import { bytesOf, openPdf, type Pdf } from '../../platform/pdf/tagged-pdf.ts';
import { reportAddress } from './book.ts';
import { firstNumber, type PrintProps, spoken } from './poster-page.tsx';
import { squaresOf } from './report-square.tsx';
import { type TakeawayWords, wordsFor } from './takeaway-words.ts';

type Struct = PDFKit.PDFStructureElement;
type Made = PrintProps & { made: Date };

interface Sheet {
  pdf: Pdf;
  document: Struct;
}

const ink = '#182226';

const openSheet = ({ setting, made }: Made, title: string): Sheet => {
  const { language, communityName } = setting;
  const pdf = openPdf({ title, author: communityName, language, made, margin: 28 });
  const document = pdf.struct('Document');
  pdf.addStructure(document);
  return { pdf, document };
};

/** Draws the code so many points wide; what it opens stands in its tag. */
const drawSquare = (
  { pdf, document }: Sheet,
  address: string,
  label: string,
  [x, y, width]: [number, number, number],
) => {
  const { size, dark } = squaresOf(address);
  const step = width / size;
  const draw = () => {
    for (const each of dark) pdf.rect(x + each.x * step, y + each.y * step, step, step);
    pdf.fill('#000000');
  };
  document.add(pdf.struct('Figure', { alt: label }, draw));
};

interface Line {
  text: string;
  size: number;
  face?: Face;
  colour?: string;
  tag?: string;
  language?: string;
}

const centred = (
  { pdf, document }: Sheet,
  { text, size, face = 'plain', colour = ink, tag = 'P', language }: Line,
): void => {
  const write = () =>
    void pdf
      .font(face)
      .fontSize(size)
      .fillColor(colour)
      .text(printable(text), 48, pdf.y, { width: pdf.page.width - 96, align: 'center' });
  document.add(pdf.struct(tag, language ? { lang: language } : {}, write));
  pdf.y += 8;
};

const drawDanger = (sheet: Sheet, props: Made, words: TakeawayWords): void => {
  const { pdf } = sheet;
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.rect(28, 28, pdf.page.width - 56, 96).fill('#8c1216');
  pdf.endMarkedContent();
  pdf.y = 40;
  centred(sheet, { text: words.t('poster.danger'), size: 22, colour: '#ffffff' });
  centred(sheet, {
    text: words.t('poster.call', { number: firstNumber(props.setting) }),
    size: 34,
    face: 'bold',
    colour: '#ffffff',
  });
};

/** The poster as one tagged A4 page. */
export const makePoster = async (props: Made): Promise<Buffer> => {
  const { setting, publicUrl } = props;
  const words = wordsFor(setting);
  const sheet = openSheet(props, words.t('takeaway.poster'));
  const { pdf } = sheet;
  const address = reportAddress(props);
  drawDanger(sheet, props, words);
  pdf.y = 150;
  centred(sheet, { text: words.t('poster.worried'), size: 34, face: 'bold', tag: 'H1' });
  centred(sheet, { text: words.t('poster.tell'), size: 20 });
  const top = pdf.y;
  drawSquare(sheet, address, words.t('poster.code', { address }), [(pdf.page.width - 340) / 2, top, 340]);
  pdf.y = top + 344;
  centred(sheet, { text: spoken(address), size: 20, face: 'bold' });
  centred(sheet, { text: words.t('poster.sure'), size: 16 });
  centred(sheet, { text: words.t('poster.how'), size: 14 });
  for (const language of setting.languages.filter((each) => each !== setting.language)) {
    const other = { ...setting, language };
    const text = `${wordsFor(other).t('poster.worried')} ${spoken(reportAddress({ setting: other, publicUrl }))}`;
    centred(sheet, { text, size: 12, language });
  }
  centred(sheet, { text: setting.communityName, size: 11 });
  sheet.document.end();
  return await bytesOf(pdf);
};

/** A bank card: 85 × 54 millimetres, in points. */
const card = { width: 241, height: 153 };

const drawCard = (sheet: Sheet, props: Made, words: TakeawayWords, [x, y]: [number, number]): void => {
  const { pdf, document } = sheet;
  const address = reportAddress(props);
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.rect(x, y, card.width, card.height).lineWidth(0.5).dash(3, { space: 3 }).stroke('#66737a').undash();
  pdf.endMarkedContent();
  drawSquare(sheet, address, words.t('poster.code', { address }), [x + 6, y + 10, 88]);
  const write = (text: string, top: number, size: number, face: Face, left = x + 100, width = card.width - 108) => {
    const draw = () => void pdf.font(face).fontSize(size).fillColor(ink).text(printable(text), left, top, { width });
    document.add(pdf.struct('P', {}, draw));
  };
  write(words.t('poster.danger'), y + 16, 10, 'plain');
  write(words.t('poster.call', { number: firstNumber(props.setting) }), y + 30, 15, 'bold');
  write(words.t('poster.worried'), y + 58, 10.5, 'bold');
  write(words.t('poster.tell'), pdf.y + 2, 9.5, 'plain');
  write(spoken(address), y + 112, 10, 'bold', x + 12, card.width - 24);
  write(props.setting.communityName, y + 134, 8, 'plain', x + 12, card.width - 24);
};

/** Ten wallet cards on one tagged A4 page, with lines to cut along. */
export const makeCards = async (props: Made): Promise<Buffer> => {
  const words = wordsFor(props.setting);
  const sheet = openSheet(props, words.t('takeaway.card'));
  const [left, top] = [(sheet.pdf.page.width - 2 * card.width) / 2, 38];
  for (let index = 0; index < 10; index += 1) {
    const [column, row] = [index % 2, Math.floor(index / 2)];
    drawCard(sheet, props, words, [left + column * card.width, top + row * card.height]);
  }
  sheet.document.end();
  return await bytesOf(sheet.pdf);
};
