export { capturedMails, capturingCarrier, deliverMail, type MailCarrier, smtpCarrier } from './deliver.ts';
export { type MailParameters, type MailTemplate, mailInsert, postMail } from './outbox.ts';
export type { RenderedMail } from './render-mail.ts';
