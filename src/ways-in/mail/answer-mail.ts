import { communityOf } from '../../community/index.ts';
import type { SystemActor } from '../../platform/actor.ts';
import type { Ground } from '../../platform/ground.ts';
import { isLanguage, translator } from '../../platform/i18n/index.ts';
import type { MailCarrier } from '../../platform/mail/index.ts';
import { mailWords } from './words/index.ts';

/**
 * Tells whoever wrote that a person will read it, whom to call in danger and where to write without mail. It repeats nothing of
 * what was written, holds no number and no receipt, and its address is kept nowhere: where it fails it is not sent again.
 */
export async function answerMail(ground: Ground, actor: SystemActor, to: string, carrier: MailCarrier): Promise<void> {
  const { defaultLanguage, emergencyNumbers, name } = await ground.database.withActor(actor, communityOf);
  const language = isLanguage(defaultLanguage) ? defaultLanguage : 'en';
  const { t } = translator(mailWords, language, 'UTC');
  const emergency = emergencyNumbers.map(({ number }) => number).join(', ');
  const text = t('email.answer', { emergency, name, link: `${ground.publicUrl}/${language}/report` });
  await carrier({ to, subject: t('email.answer-subject'), text }).catch(() => {});
}
