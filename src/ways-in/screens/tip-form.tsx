import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { importTips, tipImportsQuery } from '../../console/api/ways-in.ts';
import { Choice, TextArea } from '../../console/kit/fields.tsx';
import { Form, useForm } from '../../console/kit/form.tsx';
import { Notice } from '../../console/kit/notice.tsx';
import { useSpeech, useWords } from '../../console/kit/speech.tsx';
import { OneOf } from '../../console/kit/ticks.tsx';
import { type Language, languages, ownNames } from '../../platform/i18n/index.ts';
import type { Table } from '../../platform/tables/read-table.ts';
import type { ImportOptions } from '../contract.ts';
import { FaultTable } from './part-of-import.tsx';
import { checkTips, oldOutcomes, type TipFault, type TipMapping, tipFields } from './tip-line/check-tips.ts';
import { waysWords } from './words/index.ts';

type Values = Record<(typeof tipFields)[number], string> & {
  become: 'waiting' | 'decided';
  outcome: (typeof oldOutcomes)[number];
  reason: string;
  language: Language;
};

const mappingOf = (values: Values): TipMapping =>
  Object.fromEntries(tipFields.filter((field) => values[field] !== '').map((field) => [field, Number(values[field])]));

const optionsOf = (values: Values): ImportOptions => {
  const { language, outcome, reason, become } = values;
  const mapping = { ...mappingOf(values), what: Number(values.what) };
  return become === 'waiting' ? { become, language, mapping } : { become, language, mapping, outcome, reason };
};

const blank = { receivedAt: '', when: '', where: '', aboutWhom: '', whoElseKnows: '', earlierReport: '' };

/** Says what each column holds, checks every row at once, and brings them in when none is faulty. */
export const TipForm = ({ file, table, done }: { file: File; table: Table; done(): void }) => {
  const { t } = useWords(waysWords);
  const { language } = useSpeech();
  const client = useQueryClient();
  const [openedAt] = useState(() => new Date());
  const form = useForm<Values, { id: string }>({
    draft: `tips ${file.name} ${file.lastModified}`,
    initial: { ...blank, what: '0', become: 'waiting', outcome: 'insufficient-information', reason: '', language },
    check: (values) =>
      values.become === 'decided' && values.reason.trim().length < 3 ? { reason: t('tips.missing-reason') } : {},
    send: async (values) => {
      const importing = importTips(file, optionsOf(values));
      setTimeout(() => client.invalidateQueries({ queryKey: tipImportsQuery.queryKey }), 500);
      return await importing.finally(() => client.invalidateQueries({ queryKey: tipImportsQuery.queryKey }));
    },
    done,
    said: t('tips.done-said'),
  });
  const { values } = form;
  const { tips, faults } = useMemo(
    () => checkTips(table, { mapping: mappingOf(values), language: values.language, now: openedAt }),
    [table, values, openedAt],
  );
  const columns = table.header.map((name, column) => ({ value: String(column), label: name || String(column + 1) }));
  const settings = (
    <>
      <h3>{t('tips.columns')}</h3>
      {tipFields.map((field) => (
        <Choice
          key={field}
          form={form}
          name={field}
          label={t(`tips.field.${field}`)}
          options={field === 'what' ? columns : [{ value: '', label: t('tips.none') }, ...columns]}
        />
      ))}
      <Choice
        form={form}
        name="language"
        label={t('tips.language')}
        options={languages.map((value) => ({ value, label: ownNames[value] }))}
      />
      <OneOf
        form={form}
        name="become"
        legend={t('tips.become')}
        options={(['waiting', 'decided'] as const).map((value) => ({ value, label: t(`tips.become.${value}`) }))}
      />
      {values.become === 'decided' && (
        <>
          <Choice
            form={form}
            name="outcome"
            label={t('tips.outcome')}
            options={oldOutcomes.map((value) => ({ value, label: t(`tips.outcome.${value}`) }))}
          />
          <TextArea form={form} name="reason" label={t('tips.reason')} rows={2} />
        </>
      )}
    </>
  );
  const found = (
    <Notice
      tone={faults.length === 0 ? 'good' : 'bad'}
      title={t('tips.faults', { count: faults.length })}
      role="status"
    >
      <p>{t('tips.good', { count: tips.length })}</p>
      <FaultTable
        key={faults.length}
        faults={faults}
        said={({ field, because }) =>
          `${t(`tips.field.${field as TipFault['field']}`)} ${t(`tips.fault.${because as TipFault['because']}`)}`
        }
      />
    </Notice>
  );
  if (faults.length > 0)
    return (
      <div className="form">
        {settings}
        {found}
      </div>
    );
  return (
    <Form form={form} act={t('tips.act', { count: tips.length })} name={t('tips.title')} lesser>
      {settings}
      {found}
    </Form>
  );
};
