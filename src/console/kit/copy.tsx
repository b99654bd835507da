import { useState } from 'react';
import { useAnnounce } from './announce.tsx';
import { useConsoleWords } from './speech.tsx';

/** Puts `text` on the clipboard and says so; where the browser forbids it, it says that instead. */
export const Copy = ({ text, act }: { text: string; act: string }) => {
  const { t } = useConsoleWords();
  const announce = useAnnounce();
  const [said, setSaid] = useState('');
  const say = (words: string) => {
    setSaid(words);
    announce(words);
  };
  const copy = () =>
    navigator.clipboard
      ? navigator.clipboard.writeText(text).then(
          () => say(t('kit.copied')),
          () => say(t('kit.not-copied')),
        )
      : say(t('kit.not-copied'));
  return (
    <span className="copy">
      <button type="button" onClick={copy}>
        {act}
      </button>
      {said && <span aria-hidden="true">{said}</span>}
    </span>
  );
};
