import type { RefusedFile } from '../../platform/files/read-images.ts';
import { renderPublicPage } from '../../platform/pages/public-page.tsx';
import type { PublicSetting } from '../../platform/pages/setting.ts';
import type { ConversationMessage, Mailbox } from '../contract.ts';
import { ErrorSummary } from './error-summary.tsx';
import type { FieldErrors } from './form-values.ts';
import { RefusedFiles } from './images-field.tsx';
import { MessageForm } from './message-form.tsx';
import { nextReadText } from './next-read.ts';
import { type PageWords, wordsFor } from './page-words.ts';

export interface MailboxProps {
  setting: PublicSetting;
  mailbox: Mailbox;
  receipt: string;
  token: string;
  /** What was typed, where it could not be taken. */
  typed?: string;
  errors?: FieldErrors<'words'>;
  refused?: readonly RefusedFile[];
  /** True right after a message arrived. */
  wasAdded?: boolean;
}

type Inside = MailboxProps & { words: PageWords };

const Status = ({ setting, mailbox, words }: Inside) => (
  <section className="status" aria-labelledby="status">
    <h2 id="status">{words.t('reports.mailbox.status')}</h2>
    <p>
      <strong>{words.t(`reports.status.${mailbox.status}`)}.</strong>{' '}
      {words.t(`reports.status.${mailbox.status}.words`)}
    </p>
    {mailbox.status === 'received' && <p>{nextReadText('reports.receipt.read', mailbox.nextRead, setting, words)}</p>}
  </section>
);

/** Whoever left a contact is told when it was opened: by two people, for a written reason. */
const Openings = ({ mailbox, words }: Inside) =>
  mailbox.identityOpenedAt.length > 0 && (
    <section className="status" aria-labelledby="openings">
      <h2 id="openings">{words.t('reports.mailbox.opened.title')}</h2>
      {mailbox.identityOpenedAt.map((at) => (
        <p key={at}>{words.t('reports.mailbox.opened.words', { at: words.formatDateTime(at) })}</p>
      ))}
    </section>
  );

const Message = ({ message, words }: { message: ConversationMessage; words: PageWords }) => (
  <li className={`message ${message.from}`}>
    <p className="quiet">
      <strong>{words.t(`reports.mailbox.from.${message.from}`)}</strong>{' '}
      <time dateTime={message.at}>{words.formatDateTime(message.at)}</time>
      {message.images > 0 && `, ${words.t('reports.mailbox.images', { count: message.images })}`}
    </p>
    <p className="said">{message.words}</p>
  </li>
);

const Conversation = ({ mailbox, words }: Inside) => (
  <section aria-labelledby="messages">
    <h2 id="messages">{words.t('reports.mailbox.conversation')}</h2>
    {mailbox.conversation.length === 0 && <p>{words.t('reports.mailbox.none')}</p>}
    <ol className="messages">
      {mailbox.conversation.map((message) => (
        <Message key={message.id} message={message} words={words} />
      ))}
    </ol>
  </section>
);

/** What a reporter sees with a receipt: how it stands in words, the conversation, and a place to add to it. */
export const renderMailbox = (props: MailboxProps): string => {
  const { setting, mailbox, errors = {}, refused = [], wasAdded = false } = props;
  const words = wordsFor(setting);
  const inside = { ...props, words };
  const title = words.t('reports.mailbox.title', { number: mailbox.number });
  return renderPublicPage({
    setting,
    title,
    isPrivate: true,
    children: (
      <>
        <ErrorSummary errors={errors} words={words} />
        {wasAdded && (
          <p className="arrived" role="status">
            {words.t('reports.mailbox.added')}
          </p>
        )}
        <RefusedFiles refused={refused} words={words} arrived={wasAdded} />
        <h1>{title}</h1>
        <Status {...inside} />
        <Openings {...inside} />
        <Conversation {...inside} />
        <MessageForm {...inside} chooseFilesAgain={errors.words !== undefined && refused.length > 0} />
        <p className="quiet">{words.t('reports.mailbox.leave')}</p>
      </>
    ),
  });
};
