import { Copy } from '../../../console/kit/copy.tsx';
import { Facts } from '../../../console/kit/facts.tsx';
import { Moment } from '../../../console/kit/moments.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import type { Shared } from './calls.ts';
import { sharingWords } from './words/index.ts';

const save = ({ name, base64 }: NonNullable<Shared['file']>) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

const NewView = ({ view }: { view: NonNullable<Shared['view']> }) => {
  const { t } = useWords(sharingWords);
  return (
    <Facts
      rows={[
        [
          t('once.link'),
          <span key="link">
            <span className="secret">{view.link}</span> <Copy text={view.link} act={t('once.copy-link')} />
          </span>,
        ],
        [
          t('once.code'),
          <span key="code" className="secret">
            {view.code}
          </span>,
        ],
        [t('once.expires'), <Moment key="until" at={view.expiresAt} />],
      ]}
    />
  );
};

const NewFile = ({ file }: { file: NonNullable<Shared['file']> }) => {
  const { t } = useWords(sharingWords);
  return (
    <>
      <p>
        <button type="button" onClick={() => save(file)}>
          {t('once.save', { name: file.name })}
        </button>
      </p>
      {file.passphrase === null ? (
        <p>{t('once.age-key')}</p>
      ) : (
        <Facts
          rows={[
            [
              t('once.passphrase'),
              <span key="words" className="secret">
                {file.passphrase}
              </span>,
            ],
          ]}
        />
      )}
    </>
  );
};

/** What opens that which was shared: on the screen this once, and kept nowhere. */
export const ToldOnce = ({ shared, close }: { shared: Shared; close: () => void }) => {
  const { t } = useWords(sharingWords);
  if (!shared.view && !shared.file) return null;
  return (
    <Notice tone="careful" title={t('once.title')} role="status">
      <p>{t('once.words')}</p>
      {shared.view && <NewView view={shared.view} />}
      {shared.file && <NewFile file={shared.file} />}
      <p>
        <button type="button" onClick={close}>
          {t('once.closed')}
        </button>
      </p>
    </Notice>
  );
};
