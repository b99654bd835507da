import { joinCatalogues, type KeyOf, type Translator } from '../../platform/i18n/index.ts';
import { sharingWords } from '../screens/sharing/words/index.ts';
import type { Disclosure } from '../sharing/contract.ts';
import { parcelWords } from '../words/parcel/index.ts';
import { parcelText } from '../words/parcel/parcel-text.ts';
import type { DocumentSection } from './contract.ts';

export const disclosureWords = joinCatalogues(sharingWords, parcelWords);
type Words = Translator<KeyOf<typeof disclosureWords>>;

/** Every disclosure as it is on record, the oldest first: to whom, by whom, on which ground, why, until when, and exactly what. */
export const disclosureSections = (disclosures: readonly Disclosure[], words: Words): DocumentSection[] =>
  disclosures
    .toSorted((one, other) => one.position - other.position)
    .map((each, at) => ({
      heading: `${at + 1}. ${each.recipient.name}`,
      paragraphs: [...onRecord(each, words), ...given(each, words)],
      table: null,
      signatures: [],
    }));

function onRecord({ recipient, basis, ended, ...each }: Disclosure, { t, formatDate }: Words): string[] {
  const ground = [basis.document, basis.section, basis.note].filter(Boolean).join(', ');
  const facts = [
    [t('card.by'), `${each.by.name}, ${t(`gone.${each.way}`)}`],
    [t('card.at'), `${formatDate(each.at)}${each.isEmergency ? ` (${t('card.emergency')})` : ''}`],
    [
      t('card.until'),
      `${formatDate(each.endsAt)}${ended ? `, ${t(`card.${ended.because}`)} ${formatDate(ended.at)}` : ''}`,
    ],
    [t('card.basis'), `${ground}. ${t(basis.verified ? 'basis.verified' : 'basis.unverified')}`],
    [t('card.necessity'), each.necessity],
    [t('card.reach'), recipient.reach],
    [t('card.reason'), ended?.reason ?? ''],
  ] as const;
  return facts.filter(([, value]) => value !== '').map(([label, value]) => `${label}: ${value}`);
}

function given({ parcel }: Disclosure, words: Words): string[] {
  const { heading, passages } = parcelText(parcel, words);
  const said = passages.map(({ mark, words: what, facts }) =>
    [mark, what, ...facts.map(([label, value]) => `${label}: ${value}`)].filter((part) => part !== '').join(' · '),
  );
  return [...(heading ? [`${heading}:`] : []), ...said];
}
