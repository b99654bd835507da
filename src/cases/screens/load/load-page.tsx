import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Choice, MomentBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { Fold, Page } from '../../../console/kit/page.tsx';
import { usePeopleOptions } from '../../../console/kit/people.tsx';
import { Reading } from '../../../console/kit/reading.tsx';
import { useSpeech, useWords } from '../../../console/kit/speech.tsx';
import { Ticks } from '../../../console/kit/ticks.tsx';
import { instantOf } from '../../../console/kit/zoned.ts';
import { BarLine } from '../../../platform/charts/bar-line.tsx';
import { type CaseLoad, type HandedOverAll, handOverFor, loadQuery } from '../calls.ts';
import { loadWords } from './words/index.ts';

type Member = CaseLoad['members'][number];

/** What a bar draws of each member, one after another; what is overdue is among the actions already. */
const drawn = [
  { name: 'leads', tone: 1, of: ({ leads }: Member) => leads },
  { name: 'deputy', tone: 2, of: ({ deputyOf }: Member) => deputyOf },
  { name: 'actions', tone: 3, of: ({ openActions }: Member) => openActions },
] as const;
const partsOf = (member: Member) => drawn.map(({ tone, of }) => ({ tone, value: of(member) }));

const LoadTable = ({ load }: { load: CaseLoad }) => {
  const { t, formatDate } = useWords(loadWords);
  const scale = Math.max(1, ...load.members.map((member) => drawn.reduce((sum, { of }) => sum + of(member), 0)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="table-scroll figures" tabIndex={0} aria-label={t('load.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('load.name')}</th>
            {drawn.map(({ name, tone }) => (
              <th key={name} scope="col">
                <span className={`swatch tone-${tone}`} />
                {t(`load.${name}`)}
              </th>
            ))}
            <th scope="col">{t('load.overdue')}</th>
            <th scope="col">{t('load.away')}</th>
            <td className="drawn" />
          </tr>
        </thead>
        <tbody>
          {load.members.map((member) => (
            <tr key={member.id}>
              <th scope="row">{member.name}</th>
              <td>{member.leads}</td>
              <td>{member.deputyOf}</td>
              <td>{member.openActions}</td>
              <td>{member.overdueActions}</td>
              <td>
                {member.awayFrom &&
                  member.awayUntil &&
                  t('load.away-span', { from: formatDate(member.awayFrom), until: formatDate(member.awayUntil) })}
              </td>
              <td className="drawn">
                <BarLine parts={partsOf(member)} scale={scale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** The coordinator's way to pass on what somebody leads who leaves. */
const HandOverForm = ({ load }: { load: CaseLoad }) => {
  const { t } = useWords(loadWords);
  const { timeZone } = useSpeech();
  const client = useQueryClient();
  const [handed, setHanded] = useState<HandedOverAll>();
  const form = useForm({
    draft: 'hand over for somebody',
    initial: { leaverId: '', toIds: [] as string[], expiresAt: '' },
    check: ({ leaverId, toIds, expiresAt }) => ({
      ...(leaverId === '' && { leaverId: t('hand.missing-who') }),
      ...((toIds.length === 0 || toIds.length > 8) && { toIds: t('leave.missing-to') }),
      ...(expiresAt === '' && { expiresAt: t('leave.missing-expires') }),
    }),
    send: ({ leaverId, toIds, expiresAt }) =>
      handOverFor(leaverId, { toIds, expiresAt: instantOf(expiresAt, timeZone) }),
    done: (given) => {
      setHanded(given);
      for (const key of ['cases', 'case', 'case-load']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
  const { leaverId } = form.values;
  const leavers = load.members.filter(({ leads }) => leads > 0).map(({ id, name }) => ({ value: id, label: name }));
  const takers = usePeopleOptions(
    ({ id, roles }) => id !== leaverId && roles.some((role) => !['overseer', 'administrator'].includes(role)),
  );
  return (
    <Form form={form} act={t('leave.act')} name={t('hand.title')} lesser>
      <p>{t('hand.hint')}</p>
      {handed && (
        <Notice tone={handed.left.length === 0 ? 'good' : 'careful'} role="status">
          <p>{t('leave.done', { count: handed.offered })}</p>
          {handed.left.length > 0 && <p>{t('hand.left', { numbers: handed.left.join(', ') })}</p>}
        </Notice>
      )}
      <Choice form={form} name="leaverId" label={t('hand.who')} options={leavers} />
      <Ticks form={form} name="toIds" legend={t('leave.to')} options={takers} />
      <MomentBox form={form} name="expiresAt" label={t('leave.expires')} />
    </Form>
  );
};

/** What each member carries, for whoever spreads the work. */
export const LoadPage = () => {
  const { t } = useWords(loadWords);
  const load = useQuery(loadQuery);
  return (
    <Page title={t('load.title')}>
      <p>{t('load.about')}</p>
      <Reading of={load}>
        {(given) => (
          <>
            <LoadTable load={given} />
            <Fold title={t('hand.title')}>
              <HandOverForm load={given} />
            </Fold>
          </>
        )}
      </Reading>
    </Page>
  );
};
