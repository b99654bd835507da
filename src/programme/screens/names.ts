import { caseWords } from '../../cases/words/index.ts';
import type { ProgrammeTable } from '../../console/api/programme.ts';
import { useWords } from '../../console/kit/speech.tsx';
import { joinCatalogues, type KeyOf } from '../../platform/i18n/index.ts';
import { deskWords } from '../../reports/screens/words/index.ts';
import { programmeWords } from './words/index.ts';

const all = joinCatalogues(joinCatalogues(deskWords, caseWords), programmeWords);
type Key = KeyOf<typeof all>;
const isKey = (key: string): key is Key => key in all.en;

/** Under which name the words of a row are kept, by its table; a row that is a name or a month speaks for itself. */
const rowKeys: Partial<Record<ProgrammeTable['table'], string>> = {
  waiting: 'urgency',
  outcomes: 'outcome',
  channels: 'channel',
  stages: 'stage',
  ages: 'stage',
  reviews: 'level',
  actions: 'category',
  closings: 'closing',
};

/** Speaks the names of tables, columns and rows, with the words that the same things have elsewhere. */
export const useNames = () => {
  const { t } = useWords(all);
  const said = (key: string, otherwise: string): string => (isKey(key) ? t(key) : otherwise);
  return {
    title: (table: ProgrammeTable['table']) => t(`programme.table.${table}`),
    hint: (table: ProgrammeTable['table']) => said(`programme.hint.${table}`, ''),
    column: (column: string) => said(`programme.column.${column}`, said(`level.${column}`, column)),
    row: (table: ProgrammeTable['table'], row: string) =>
      table === 'load' || table === 'months' ? row : said(`${rowKeys[table] ?? 'programme.row'}.${row}`, row),
  };
};
