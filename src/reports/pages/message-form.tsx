import type { PublicSetting } from '../../platform/pages/setting.ts';
import { TextField } from './fields.tsx';
import type { FieldErrors } from './form-values.ts';
import { ImagesField } from './images-field.tsx';
import type { PageWords } from './page-words.ts';

export interface MessageFormProps {
  setting: PublicSetting;
  receipt: string;
  token: string;
  /** What was typed, where it could not be taken. */
  typed?: string;
  errors?: FieldErrors<'words'>;
  chooseFilesAgain: boolean;
  words: PageWords;
}

/** Where a reporter with a receipt adds words and pictures. */
export const MessageForm = (props: MessageFormProps) => {
  const { setting, receipt, token, typed = '', errors = {}, chooseFilesAgain, words } = props;
  return (
    <section aria-labelledby="add">
      <h2 id="add">{words.t('reports.mailbox.add.title')}</h2>
      <form
        method="post"
        action={`/${setting.language}/receipt/message`}
        encType="multipart/form-data"
        autoComplete="off"
        noValidate
      >
        <input type="hidden" name="receipt" value={receipt} />
        <input type="hidden" name="token" value={token} />
        <TextField
          name="words"
          label={words.t('reports.mailbox.add.label')}
          hint={words.t('reports.mailbox.add.hint')}
          value={typed}
          error={errors.words}
          lines={5}
          isRequired
          words={words}
        />
        <ImagesField words={words} chooseAgain={chooseFilesAgain} />
        <button type="submit">{words.t('reports.mailbox.add.send')}</button>
      </form>
    </section>
  );
};
