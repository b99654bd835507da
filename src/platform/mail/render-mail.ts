import { isLanguage, translator } from '../i18n/index.ts';
import type { MailParameters } from './outbox.ts';
import { type MailKey, mailWords } from './words/index.ts';

export type RenderedMail = { subject: string; text: string };

/** A message that only shows that mail arrives. */
export function renderTestMail(language: string, publicUrl: string): RenderedMail {
  return renderMail('test-mail', { number: '' }, language, publicUrl);
}

/** The mail in the receiver's language; the link leads to the console, which asks who is there. */
export function renderMail(
  template: string,
  parameters: MailParameters,
  language: string,
  publicUrl: string,
): RenderedMail {
  const { t } = translator(mailWords, isLanguage(language) ? language : 'en', 'UTC');
  const urgency = parameters.urgency ? t(`mail.urgency.${parameters.urgency}` as MailKey) : '';
  const values = { number: parameters.number, urgency, link: `${publicUrl}/console/` };
  return {
    subject: t(`mail.${template}.subject` as MailKey, values),
    text: t(`mail.${template}.text` as MailKey, values),
  };
}
