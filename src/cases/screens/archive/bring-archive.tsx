import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Around, Choice, described, TextBox } from '../../../console/kit/fields.tsx';
import { Form, type FormOf, useForm } from '../../../console/kit/form.tsx';
import { Notice } from '../../../console/kit/notice.tsx';
import { Part } from '../../../console/kit/page.tsx';
import { useWords } from '../../../console/kit/speech.tsx';
import { Imports } from '../../../ways-in/screens/part-of-import.tsx';
import type { CaseImports } from '../../contract.ts';
import {
  type ArchiveLookedAt,
  archiveImportsQuery,
  bringArchive,
  cancelArchiveImport,
  lookAtArchive,
} from './calls.ts';
import { Inside } from './inside.tsx';
import { archiveWords } from './words/index.ts';

interface Chosen {
  file: File | null;
  opensWith: string;
}
type Opened = { file: File; opensWith: string; looked: ArchiveLookedAt };

const FileBox = ({ form }: { form: FormOf<Chosen> }) => {
  const { t } = useWords(archiveWords);
  const id = form.id('file');
  const error = form.errors.file;
  return (
    <Around id={id} label={t('bring.file')} error={error}>
      <input
        key={form.values.file === null ? 'none' : 'some'}
        id={id}
        type="file"
        accept=".age,application/octet-stream"
        aria-invalid={error ? true : undefined}
        aria-describedby={described(id, undefined, error)}
        onChange={({ target }) => form.set('file', target.files?.[0] ?? null)}
      />
      {form.values.file && <p className="hint">{form.values.file.name}</p>}
    </Around>
  );
};

const LookForm = ({ done }: { done(opened: Opened): void }) => {
  const { t } = useWords(archiveWords);
  const form = useForm<Chosen, Opened>({
    draft: 'an archive',
    initial: { file: null, opensWith: '' },
    check: ({ file, opensWith }) => ({
      ...(file === null && { file: t('bring.missing-file') }),
      ...(opensWith.trim() === '' && { opensWith: t('bring.missing-key') }),
    }),
    send: async ({ file, opensWith }) => ({
      file: file!,
      opensWith,
      looked: await lookAtArchive(file!, opensWith.trim()),
    }),
    done,
  });
  return (
    <Form form={form} act={t('bring.look')} name={t('bring.look')} lesser>
      <FileBox form={form} />
      <TextBox form={form} name="opensWith" type="password" label={t('bring.key')} hint={t('bring.key-hint')} />
    </Form>
  );
};

interface BringProps {
  opened: Opened;
  members: CaseImports['members'];
  done(number: string): void;
}

const BringForm = ({ opened: { file, opensWith }, members, done }: BringProps) => {
  const { t } = useWords(archiveWords);
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: archiveImportsQuery.queryKey });
  const form = useForm({
    draft: `bring ${file.name} ${file.lastModified}`,
    initial: { leadId: '', deputyId: '' },
    check: ({ leadId, deputyId }) => ({
      ...(leadId === '' && { leadId: t('bring.missing-person') }),
      ...(deputyId === '' && { deputyId: t('bring.missing-person') }),
      ...(deputyId !== '' && deputyId === leadId && { deputyId: t('bring.same-person') }),
    }),
    send: async (people) => {
      setTimeout(again, 500);
      return await bringArchive(file, { opensWith: opensWith.trim(), ...people }).finally(again);
    },
    done: ({ number }) => done(number),
  });
  const choices = [
    { value: '', label: t('bring.choose') },
    ...members.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` })),
  ];
  return (
    <Form form={form} act={t('bring.act')} name={t('bring.act')}>
      <Choice form={form} name="leadId" label={t('bring.lead')} options={choices} />
      <Choice form={form} name="deputyId" label={t('bring.deputy')} options={choices} />
    </Form>
  );
};

/** Looks into an archive of one case, shows what it holds and what is wrong with it, and brings it in with a lead and a deputy. */
export const BringArchive = ({ members }: { members: CaseImports['members'] }) => {
  const { t } = useWords(archiveWords);
  const imports = useQuery(archiveImportsQuery);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [number, setNumber] = useState<string | null>(null);
  const isWelcome = opened && opened.looked.faults.length === 0 && !opened.looked.before.some(({ isSame }) => isSame);
  const look = (looked: Opened) => {
    setNumber(null);
    setOpened(looked);
  };
  const done = (brought: string) => {
    setOpened(null);
    setNumber(brought);
  };
  return (
    <Part title={t('bring.title')}>
      <p>{t('bring.about')}</p>
      {number && (
        <Notice tone="good" role="status">
          <p>{t('bring.done', { number })}</p>
        </Notice>
      )}
      <LookForm done={look} />
      {opened && <Inside looked={opened.looked} />}
      {isWelcome && <BringForm key={opened.looked.sha256} opened={opened} members={members} done={done} />}
      {imports.data && <Imports imports={imports.data.imports} stop={cancelArchiveImport} />}
    </Part>
  );
};
