import type { KeyOf, Translator } from '../../../platform/i18n/index.ts';
import type { Parcel } from '../../sharing/contract.ts';
import type { parcelWords } from './index.ts';

type Fact = [label: string, value: string];

/** What was shared, ready to be drawn: the same on paper, on the page and in the console. */
interface ParcelText {
  title: string;
  facts: Fact[];
  heading: string | null;
  passages: { mark: string; words: string; facts: Fact[] }[];
  notes: string[];
}

type Words = Pick<Translator<KeyOf<typeof parcelWords>>, 't' | 'formatDate'>;

export function parcelText(parcel: Parcel, { t, formatDate }: Words): ParcelText {
  const { gives, askOf, reference } = parcel;
  const fact = (label: string, value: string): Fact[] => (value === '' ? [] : [[label, value]]);
  const statements = parcel.statements.map(({ kind, words, happened, where }) => ({
    mark: t(`parcel.kind.${kind}`),
    words,
    facts: [...fact(t('parcel.happened'), happened), ...fact(t('parcel.where'), where)],
  }));
  const other = {
    statements: '',
    summary: parcel.summary,
    contact: t('parcel.contact', { askOf, reference }),
    case: t('parcel.case', { archive: parcel.archive ?? '' }),
  }[gives];
  const headings = { statements: t('parcel.statements'), summary: t('parcel.summary'), contact: null, case: null };
  return {
    title: t('parcel.title', { community: parcel.community }),
    facts: [
      [t('parcel.reference'), reference],
      [t('parcel.to'), parcel.to],
      [t('parcel.basis'), parcel.basis],
      [t('parcel.emergency'), t(parcel.isEmergency ? 'parcel.yes' : 'parcel.no')],
      [t('parcel.at'), formatDate(parcel.sharedAt)],
      [t('parcel.until'), formatDate(parcel.endsAt)],
    ],
    heading: headings[gives],
    passages: gives === 'statements' ? statements : [{ mark: '', words: other, facts: [] }],
    notes: gives === 'contact' ? [t('parcel.terms')] : [t('parcel.limits'), t('parcel.terms')],
  };
}
