import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { endRequest, type IdentityRequest, openingOf } from '../../console/api/identities.ts';
import { refusalOf } from '../../console/api/refusal.ts';
import { Words } from '../../console/kit/facts.tsx';
import { Due } from '../../console/kit/moments.tsx';
import { Notice, RefusalNotice } from '../../console/kit/notice.tsx';
import { useNow } from '../../console/kit/now.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { identityWords } from '../words/index.ts';
import { openIdentity } from './browser-box.ts';
import { forgetSessionKey, sessionKeyOf } from './kept-session-keys.ts';

/** Null where this browser holds no key to the request. */
const openHere = async (id: string): Promise<string | null> => {
  const key = await sessionKeyOf(id);
  return key && (await openIdentity(await openingOf(id), key));
};

/** Opens the identity in this browser, and takes it from the screen when its time is over. */
export const OpenedIdentity = ({ request, done }: { request: IdentityRequest; done(): void }) => {
  const { t } = useWords(identityWords);
  const isOver = new Date(request.expiresAt).getTime() <= useNow();
  const [contact, setContact] = useState<string | null>(null);
  const opening = useMutation({ mutationFn: () => openHere(request.id), onSuccess: setContact });
  const ending = useMutation({ mutationFn: () => endRequest(request.id), onSuccess: done });
  useEffect(() => {
    if (!isOver) return;
    setContact(null);
    void forgetSessionKey(request.id);
    done();
  }, [isOver, request.id, done]);
  if (isOver) return null;
  return (
    <div className="card">
      {contact === null ? (
        <button type="button" className="primary" onClick={() => opening.mutate()} disabled={opening.isPending}>
          {t('open.act')}
        </button>
      ) : (
        <>
          <h3>{t('open.title')}</h3>
          <Words>{contact}</Words>
          <p className="hint">
            {t('open.closes')} <Due at={request.expiresAt} />
          </p>
        </>
      )}
      {opening.isSuccess && opening.data === null && (
        <Notice tone="careful" role="alert">
          <p>{t('open.not-here')}</p>
        </Notice>
      )}
      {opening.error && <RefusalNotice refusal={refusalOf(opening.error)} />}
      <div className="form-acts">
        <button type="button" onClick={() => ending.mutate()} disabled={ending.isPending}>
          {t('end.act')}
        </button>
      </div>
      {ending.error && <RefusalNotice refusal={refusalOf(ending.error)} />}
    </div>
  );
};
