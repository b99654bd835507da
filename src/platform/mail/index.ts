export { capturedMails, capturingCarrier, deliverMail, type MailCarrier, smtpCarrier } from './deliver.ts';
export { forgetMailAbout, type MailParameters, type MailTemplate, mailRow, postMail } from './outbox.ts';
export { ownMailCarrier } from './own-server.ts';
export type { RenderedMail } from './render-mail.ts';
export { renderTestMail } from './render-mail.ts';
export { toldByMail } from './told.ts';
