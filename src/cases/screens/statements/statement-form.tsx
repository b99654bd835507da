import { useState } from 'react';
import type { OpenedCase, Statement, StatementInput } from '../../../console/api/cases.ts';
import { Choice, TextArea, TextBox } from '../../../console/kit/fields.tsx';
import { Form, useForm } from '../../../console/kit/form.tsx';
import { Fold } from '../../../console/kit/page.tsx';
import { NotTaken, PictureBox, type Refused, usePictureFault } from '../../../console/kit/pictures.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { OneOf, Ticks } from '../../../console/kit/ticks.tsx';
import { caseWords } from '../../words/index.ts';
import { protectiveFactors, signGroups, waysOfKnowing } from '../../words/vocabulary.ts';
import { knownWords } from '../known/words/index.ts';
import { useCaseAnswer } from '../use-case-answer.ts';
import { type Recorded, recordStatement } from './calls.ts';

interface Values {
  kind: Statement['kind'] | '';
  words: string;
  source: string;
  how: string;
  happened: string;
  where: string;
  sameSourceAs: string;
  signs: string[];
  protective: string[];
  contradicts: string[];
  names: string[];
  saidBy: string;
  images: File[];
}

const initial: Values = {
  kind: '',
  words: '',
  source: '',
  how: '',
  happened: '',
  where: '',
  sameSourceAs: '',
  signs: [],
  protective: [],
  contradicts: [],
  names: [],
  saidBy: '',
  images: [],
};

const groups = Object.keys(signGroups) as (keyof typeof signGroups)[];
const beginning = (words: string) => (words.length > 60 ? `${words.slice(0, 60)}…` : words);

const asInput = (values: Omit<Values, 'images'>): StatementInput => ({
  ...values,
  kind: values.kind as Statement['kind'],
  how: (values.how || null) as Statement['how'],
  sameSourceAs: values.sameSourceAs || null,
  saidBy: values.saidBy || null,
  signs: values.signs as Statement['signs'],
  protective: values.protective as Statement['protective'],
});

/** Writes down one fact or one conclusion: from whom, when and where, and what it shows. */
export const StatementForm = ({ opened }: { opened: OpenedCase }) => {
  const { t } = useWords(caseWords);
  const known = useWords(knownWords);
  const take = useCaseAnswer();
  const pictureFault = usePictureFault();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const form = useForm<Values, Recorded>({
    draft: `statement ${opened.id}`,
    initial,
    check: ({ kind, words, source, images }) => ({
      ...(kind === '' && { kind: t('statement.missing-kind') }),
      ...(words.trim() === '' && { words: t('statement.missing-words') }),
      ...(source.trim() === '' && { source: t('statement.missing-source') }),
      ...(pictureFault(images) && { images: pictureFault(images) }),
    }),
    send: ({ images, ...values }) => recordStatement(opened.id, asInput(values), images),
    done: (answer) => {
      setRefused(answer.refused);
      take(answer.opened);
    },
    said: t('statement.done'),
  });
  const kinds = (['seen', 'told', 'assessed'] as const).map((value) => ({
    value,
    label: t(`statement.${value}`),
    hint: t(`statement-hint.${value}`),
  }));
  const ways = waysOfKnowing.map((value) => ({ value, label: known.t(`form.${value}`) }));
  const others = opened.statements.map(({ id, position, words }) => ({
    value: id,
    label: `${known.t('known.statement', { position })}: ${beginning(words)}`,
  }));
  const people = opened.people.map(({ id, pseudonym }) => ({ value: id, label: pseudonym }));
  const factors = protectiveFactors.map((value) => ({ value, label: known.t(`protective.${value}`) }));
  return (
    <Form form={form} act={t('statement.act')} name={t('statement.add')} lesser>
      <OneOf form={form} name="kind" legend={t('statement.kind')} options={kinds} />
      <TextArea form={form} name="words" label={t('statement.words')} />
      <TextBox form={form} name="source" label={t('statement.source')} hint={t('statement.source-hint')} />
      {people.length > 0 && (
        <Choice form={form} name="saidBy" label={known.t('form.said-by')} options={people} optional />
      )}
      <Choice form={form} name="how" label={known.t('form.how')} options={ways} optional />
      <TextBox form={form} name="happened" label={t('statement.happened')} optional />
      <TextBox form={form} name="where" label={known.t('form.where')} optional />
      {people.length > 0 && (
        <Ticks
          form={form}
          name="names"
          legend={known.t('form.names')}
          hint={known.t('form.names-hint')}
          options={people}
        />
      )}
      <PictureBox form={form} name="images" optional />
      <div role="status">
        <NotTaken refused={refused} />
      </div>
      <Fold title={known.t('form.signs')}>
        <p className="hint">{known.t('form.signs-hint')}</p>
        {groups.map((group) => (
          <Ticks
            key={group}
            form={form}
            name="signs"
            legend={known.t(`known.${group}`)}
            options={signGroups[group].map((value) => ({ value, label: known.t(`sign.${value}`) }))}
          />
        ))}
        <Ticks form={form} name="protective" legend={known.t('known.protective')} options={factors} />
      </Fold>
      {others.length > 0 && (
        <Fold title={known.t('form.contradicts')}>
          <Choice
            form={form}
            name="sameSourceAs"
            label={known.t('form.same-source')}
            hint={known.t('form.same-source-hint')}
            options={others}
            optional
          />
          <Ticks form={form} name="contradicts" legend={known.t('form.contradicts')} options={others} />
        </Fold>
      )}
    </Form>
  );
};
