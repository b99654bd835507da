import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { Link } from 'react-router';
import { refusalOf } from '../../../console/api/refusal.ts';
import { removeLogo, saveLogo } from '../../../console/api/settings.ts';
import { useAnnounce } from '../../../console/kit/announce.tsx';
import { RefusalNotice } from '../../../console/kit/notice.tsx';
import { Empty, Page, Part } from '../../../console/kit/page.tsx';
import { useSession } from '../../../console/kit/session.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { settingsWords } from '../../words/settings/index.ts';

/** The logo as public pages show it, another in its place, or none. */
export const LogoPage = () => {
  const { t, language } = useWords(settingsWords);
  const { community } = useSession();
  const announce = useAnnounce();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const done = async () => {
    await client.invalidateQueries({ queryKey: ['session'] });
    if (input.current) input.current.value = '';
    announce(t('settings.saved'));
  };
  const save = useMutation({ mutationFn: saveLogo, onSuccess: done });
  const remove = useMutation({ mutationFn: removeLogo, onSuccess: done });
  const error = save.error ?? remove.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (file) save.mutate(file);
    else input.current?.focus();
  };
  const busy = save.isPending || remove.isPending;
  return (
    <Page title={t('settings.logo')} kicker={<Link to="/settings">{t('settings.title')}</Link>}>
      <Part title={t('settings.now')}>
        {community.logo === null ? (
          <Empty>{t('logo.none')}</Empty>
        ) : (
          <>
            <p>
              <img
                src={`/${community.slug}/${language}/logo?${community.logo}`}
                alt={t('logo.alt', { name: community.name })}
              />
            </p>
            <button type="button" disabled={busy} onClick={() => remove.mutate()}>
              {t('logo.remove')}
            </button>
          </>
        )}
      </Part>
      <form className="form" onSubmit={submit} aria-label={t('settings.logo')}>
        <div className="field">
          <label htmlFor="logo">{t('logo.file')}</label>
          <p className="hint" id="logo-hint">
            {t('logo.hint')}
          </p>
          <input ref={input} id="logo" type="file" accept="image/*" aria-describedby="logo-hint" />
        </div>
        {error && <RefusalNotice refusal={refusalOf(error)} />}
        <button type="submit" className="primary" disabled={busy}>
          {t('logo.act')}
        </button>
      </form>
    </Page>
  );
};
