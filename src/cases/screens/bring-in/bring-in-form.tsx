import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Choice } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import type { Table } from '../../../platform/tables/read-table.ts';
import { FaultTable } from '../../../ways-in/screens/part-of-import.tsx';
import { waysWords } from '../../../ways-in/screens/words/index.ts';
import type { BringInOptions, CaseImports } from '../../contract.ts';
import { caseWords } from '../../words/index.ts';
import { type Stage, stages } from '../../words/vocabulary.ts';
import { bringInCases, caseImportsQuery } from './calls.ts';
import { type CaseFault, caseFields, checkCases } from './check-cases.ts';
import { bringInWords } from './words/index.ts';

type Values = Record<(typeof caseFields)[number], string> & { ofStage: Stage; leadId: string; deputyId: string };

const optionsOf = (values: Values): BringInOptions => {
  const chosen = caseFields.filter((field) => values[field] !== '').map((field) => [field, Number(values[field])]);
  const mapping = { ...Object.fromEntries(chosen), title: Number(values.title) };
  return { mapping, stage: values.ofStage, leadId: values.leadId, deputyId: values.deputyId };
};

const blank = Object.fromEntries(caseFields.map((field) => [field, ''])) as Record<(typeof caseFields)[number], string>;

interface FormProps {
  file: File;
  table: Table;
  against: CaseImports;
  done(): void;
}

/** Says what each column holds and what holds for all, checks every row at once, and brings them in when none is faulty. */
export const BringInForm = ({ file, table, against, done }: FormProps) => {
  const { t } = useWords(bringInWords);
  const ways = useWords(waysWords);
  const cases = useWords(caseWords);
  const client = useQueryClient();
  const [now] = useState(() => new Date());
  const again = () => client.invalidateQueries({ queryKey: caseImportsQuery.queryKey });
  const form = useForm<Values, { id: string }>({
    draft: `cases ${file.name} ${file.lastModified}`,
    initial: { ...blank, title: '0', ofStage: 'assessment', leadId: '', deputyId: '' },
    check: ({ leadId, deputyId }) => ({
      ...(leadId === '' && { leadId: t('bring.missing') }),
      ...((deputyId === '' || deputyId === leadId) && { deputyId: t('bring.missing') }),
    }),
    send: async (values) => {
      setTimeout(again, 500);
      return await bringInCases(file, optionsOf(values)).finally(again);
    },
    done,
    said: t('bring.done'),
  });
  const { values } = form;
  const found = useMemo(
    () => checkCases(table, { ...optionsOf(values), ...against, now }),
    [table, values, against, now],
  );
  const faults = values.leadId === '' || values.deputyId === '' ? [] : found.faults;
  const columns = table.header.map((name, column) => ({ value: String(column), label: name || String(column + 1) }));
  const none = { value: '', label: ways.t('tips.none') };
  const members = [none, ...against.members.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))];
  const said = ({ field, because }: { field: string; because: string }) =>
    `${t(`bring.field.${field as CaseFault['field']}`)} ${t(`bring.fault.${because as CaseFault['because']}`)}`;
  return (
    <Form form={form} act={t('bring.act', { count: table.rows.length })} name={t('bring.title')} lesser>
      <h3>{ways.t('tips.columns')}</h3>
      {caseFields.map((field) => (
        <Choice
          key={field}
          form={form}
          name={field}
          label={t(`bring.field.${field}`)}
          options={field === 'title' ? columns : [none, ...columns]}
        />
      ))}
      <Choice
        form={form}
        name="ofStage"
        label={t('bring.stage')}
        options={stages.map((value) => ({ value, label: cases.t(`stage.${value}`) }))}
      />
      <Choice form={form} name="leadId" label={t('bring.lead')} options={members} />
      <Choice form={form} name="deputyId" label={t('bring.deputy')} options={members} />
      <p className="hint">{t('bring.level')}</p>
      <Notice
        tone={faults.length === 0 ? 'good' : 'bad'}
        title={ways.t('tips.faults', { count: faults.length })}
        role="status"
      >
        <p>{ways.t('tips.good', { count: found.cases.length })}</p>
        <FaultTable key={faults.length} faults={faults} said={said} />
      </Notice>
    </Form>
  );
};
