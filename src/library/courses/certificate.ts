import type { Language } from '../../platform/i18n/index.ts';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import { type Face, printable, runsOf } from '../../platform/pdf/letters.ts';
import { bytesOf, openPdf, type Pdf } from '../../platform/pdf/tagged-pdf.ts';
import type { Course } from '../contract.ts';
import { type CourseWords, wordsFor } from './course-words.ts';
import { renewalOf } from './renewal.ts';

export interface CertificateProps {
  setting: Pick<PublicSetting, 'communityName' | 'language' | 'timeZone'>;
  course: Course;
  /** As the holder wrote it; it goes into the document and nowhere else. */
  name: string;
  finishedAt: Date;
}

const edge = 56;

type Page = { pdf: Pdf; document: PDFKit.PDFStructureElement };

const centred = ({ pdf, document }: Page, tag: string, text: string, size: number, face: Face = 'plain'): void => {
  document.add(
    pdf.struct(tag, {}, () => {
      pdf
        .font(face)
        .fontSize(size)
        .text(printable(text), edge, undefined, { align: 'center', width: pdf.page.width - 2 * edge });
    }),
  );
  pdf.moveDown(0.6);
};

/** The name in the middle of its line, in whichever of our fonts has its letters. */
const writeName = ({ pdf, document }: Page, runs: NonNullable<ReturnType<typeof runsOf>>): void => {
  const size = 26;
  const widths = runs.map(({ font, text }) => pdf.font(font).fontSize(size).widthOfString(text));
  const whole = widths.reduce((total, width) => total + width, 0);
  const top = pdf.y;
  document.add(
    pdf.struct('P', {}, () => {
      let x = (pdf.page.width - whole) / 2;
      for (const [index, { font, text }] of runs.entries()) {
        pdf.font(font).fontSize(size).text(text, x, top, { lineBreak: false });
        x += widths[index] ?? 0;
      }
    }),
  );
  pdf.y = top + size * 1.6;
};

/** An empty line to write on, said aloud for whoever cannot see it. */
const drawLine = ({ pdf, document }: Page, words: CourseWords): void => {
  const y = pdf.y + 30;
  const middle = pdf.page.width / 2;
  document.add(
    pdf.struct('Figure', { alt: words.t('certificate.line') }, () => {
      pdf
        .moveTo(middle - 180, y)
        .lineTo(middle + 180, y)
        .lineWidth(0.8)
        .stroke('#45545f');
    }),
  );
  pdf.y = y + 14;
};

const frame = (pdf: Pdf): void => {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .rect(28, 28, pdf.page.width - 56, pdf.page.height - 56)
    .lineWidth(2)
    .stroke('#0b5a61');
  pdf.endMarkedContent();
};

const fill = (page: Page, { setting, course, name, finishedAt }: CertificateProps, words: CourseWords): void => {
  const { language } = setting;
  const runs = name ? runsOf(page.pdf, 'bold', name) : null;
  page.pdf.y = 110;
  centred(page, 'P', setting.communityName, 14);
  centred(page, 'H1', words.t('certificate.title'), 34, 'bold');
  centred(page, 'P', words.t('certificate.this'), 16);
  if (runs) writeName(page, runs);
  else drawLine(page, words);
  centred(page, 'P', words.t('certificate.did'), 16);
  centred(page, 'H2', course.title[language], 24, 'bold');
  const amount = { count: course.situations.length, minutes: course.minutes };
  centred(page, 'P', words.t('certificate.how', amount), 13);
  centred(page, 'P', words.t('certificate.on', { date: day(finishedAt, setting) }), 14);
  centred(page, 'P', words.t('certificate.by', { date: day(renewalOf(course, finishedAt), setting) }), 13);
  page.pdf.moveDown(0.6);
  centred(page, 'P', words.t('certificate.honest'), 10);
};

const locale = (language: Language): string => (language === 'en' ? 'en-GB' : language);

const day = (at: Date, { language, timeZone }: CertificateProps['setting']): string =>
  new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeZone }).format(at);

/** The certificate as a tagged A4 page in the reader's language; without a name, or with one in other letters, a line to write on. */
export const makeCertificate = async (props: CertificateProps): Promise<Buffer> => {
  const { setting, course, finishedAt } = props;
  const words = wordsFor(setting);
  const title = `${words.t('certificate.title')}: ${course.title[setting.language]}`;
  const { language, communityName } = setting;
  const pdf = openPdf({ title, author: communityName, language, made: finishedAt, layout: 'landscape' });
  const document = pdf.struct('Document');
  pdf.addStructure(document);
  frame(pdf);
  fill(
    { pdf, document },
    { ...props, name: props.name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().slice(0, 80) },
    words,
  );
  document.end();
  return await bytesOf(pdf);
};
