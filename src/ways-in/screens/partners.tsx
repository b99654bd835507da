import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { endPartner, makePartner, type PartnerRow, partnersQuery } from '../../console/api/ways-in.ts';
import { useAnnounce } from '../../console/kit/announce.tsx';
import { Copy } from '../../console/kit/copy.tsx';
import { TextBox } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { StateMark } from '../../console/kit/marks.tsx';
import { Ago } from '../../console/kit/moments.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { Empty, Part } from '../../console/kit/page.tsx';
import { Reading } from '../../console/kit/reading.tsx';
import { useWords } from '../../console/kit/speech.tsx';
import { waysWords } from './words/index.ts';

const Partner = ({ partner }: { partner: PartnerRow }) => {
  const { t } = useWords(waysWords);
  const client = useQueryClient();
  const announce = useAnnounce();
  const end = useMutation({
    mutationFn: () => endPartner(partner.id),
    onSuccess: () => announce(t('partner.end-done')),
    onSettled: () => client.invalidateQueries({ queryKey: partnersQuery.queryKey }),
  });
  return (
    <li className="card">
      <h3>
        {partner.name} {partner.endedAt && <StateMark tone="late">{t('partner.ended')}</StateMark>}
      </h3>
      <p>
        {t('partner.sent', { count: partner.reports })}
        {partner.lastAt && (
          <>
            {' '}
            · {t('partner.last')} <Ago at={partner.lastAt} />
          </>
        )}
      </p>
      {partner.endedAt === null && (
        <button type="button" onClick={() => end.mutate()} aria-disabled={end.isPending}>
          {t('partner.end')}
        </button>
      )}
    </li>
  );
};

const MakePartner = () => {
  const { t } = useWords(waysWords);
  const client = useQueryClient();
  const [token, setToken] = useState<string | null>(null);
  const form = useForm<{ name: string }, { token: string }>({
    draft: 'partner',
    initial: { name: '' },
    check: ({ name }) => (name.trim() === '' ? { name: t('partner.missing-name') } : {}),
    send: ({ name }) => makePartner(name),
    done: (made) => {
      setToken(made.token);
      void client.invalidateQueries({ queryKey: partnersQuery.queryKey });
    },
    said: t('partner.made'),
  });
  return (
    <>
      {token && (
        <Notice tone="good" title={t('partner.made')} role="status">
          <p>{t('partner.made-words')}</p>
          <p className="secret">{token}</p>
          <Copy text={token} act={t('partner.copy')} />
        </Notice>
      )}
      <Form form={form} act={t('partner.make')} name={t('partner.title')} lesser>
        <TextBox form={form} name="name" label={t('partner.name')} />
      </Form>
    </>
  );
};

/** Whose programs send reports: makes a token, which is shown once, and ends one. */
export const Partners = () => {
  const { t } = useWords(waysWords);
  const partners = useQuery(partnersQuery);
  return (
    <Part title={t('partner.title')}>
      <p>{t('partner.words')}</p>
      <MakePartner />
      <Reading of={partners}>
        {(data) =>
          data.partners.length === 0 ? (
            <Empty>{t('partner.none')}</Empty>
          ) : (
            <ul className="cards">
              {data.partners.map((partner) => (
                <Partner key={partner.id} partner={partner} />
              ))}
            </ul>
          )
        }
      </Reading>
    </Part>
  );
};
