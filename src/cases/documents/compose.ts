import { joinCatalogues, type KeyOf, type Translator } from '../../platform/i18n/index.ts';
import type { OpenedCase } from '../contract.ts';
import type { Disclosure } from '../sharing/contract.ts';
import { documentWords } from '../words/documents/index.ts';
import { caseWords } from '../words/index.ts';
import { actionCategories } from '../words/vocabulary.ts';
import { disclosureSections, disclosureWords } from './compose-disclosures.ts';
import type { CaseDocument, DocumentKind, DocumentSection } from './contract.ts';

export const paperWords = joinCatalogues(joinCatalogues(documentWords, caseWords), disclosureWords);
export type PaperWords = Translator<KeyOf<typeof paperWords>>;
/** What stands on paper beside the case itself: whom to call first, until when a closed case is kept, and what was given to others. */
export type PaperSetting = { emergencyNumber: string; keptUntil: Date | null; disclosures: readonly Disclosure[] };
type Section = Partial<DocumentSection> & { heading: string };

const whole = (section: Section): DocumentSection => ({ paragraphs: [], table: null, signatures: [], ...section });
const said = (...texts: (string | null | undefined)[]) => texts.filter((text): text is string => Boolean(text?.trim()));

/** The parts of this document of a case, in this language; what the team wrote stays as it was written. */
export function composeDocument(
  kind: DocumentKind,
  opened: OpenedCase,
  words: PaperWords,
  setting: PaperSetting,
): Pick<CaseDocument, 'facts' | 'sections'> {
  const { t } = words;
  const parts: Record<DocumentKind, () => Section[]> = {
    'assessment-summary': () => [about(opened, words), level(opened, words), known(opened, words), team(opened, words)],
    'safety-plan': () => [
      first(words, setting),
      contacts(opened, words),
      ...plan(opened, words),
      fallbacks(opened, words),
    ],
    'disclosure-record': () =>
      setting.disclosures.length === 0
        ? [{ heading: t('sharing.title') }]
        : disclosureSections(setting.disclosures, words),
    'closing-memo': () => memo(opened, words, setting),
    're-entry-plan': () => [
      about(opened, words),
      dates(opened, words),
      ...plan(opened, words),
      worries(opened, words),
      signing(words),
    ],
  };
  const sections = parts[kind]().map(whole);
  return {
    facts: factsOf(opened, words),
    sections: sections.map((section) =>
      section.paragraphs.length + section.signatures.length > 0 || section.table
        ? section
        : { ...section, paragraphs: [t('document.none')] },
    ),
  };
}

function factsOf(opened: OpenedCase, { t, formatDate }: PaperWords): CaseDocument['facts'] {
  return [
    { label: t('document.case'), value: `${opened.number} · ${opened.title}` },
    { label: t('document.lead'), value: opened.lead.name },
    { label: t('document.deputy'), value: opened.deputy.name },
    { label: t('document.level'), value: t(`level.${opened.levelOfConcern}`) },
    {
      label: t('document.stage'),
      value: t(opened.closingReason ? `closing.${opened.closingReason}` : `stage.${opened.stage}`),
    },
    { label: t('document.opened'), value: formatDate(opened.openedAt) },
    ...(opened.nextReviewAt ? [{ label: t('document.next-review'), value: formatDate(opened.nextReviewAt) }] : []),
  ];
}

const about = (opened: OpenedCase, { t }: PaperWords): Section => ({
  heading: t('summary.about'),
  paragraphs: said(opened.summary),
});

function level(opened: OpenedCase, { t, formatDate }: PaperWords): Section {
  const round = opened.concern.rounds.find(({ agreed }) => agreed !== null);
  if (!round?.agreed) return { heading: t('summary.level'), paragraphs: [t('summary.not-rated')] };
  const { agreed, ratings } = round;
  const agreement = t('summary.agreed', {
    level: t(`level.${agreed.level}`),
    name: agreed.by.name,
    date: formatDate(agreed.at),
  });
  return {
    heading: t('summary.level'),
    paragraphs: said(agreement, agreed.words),
    table: {
      head: ['', t('summary.for'), t('summary.against'), t('summary.unknown')],
      rows: ratings.map((rating) => [
        t('summary.rater', { name: rating.rater.name, level: t(`level.${rating.level ?? 'unrated'}`) }),
        rating.reasonsFor ?? '',
        rating.reasonsAgainst ?? '',
        rating.unknowns ?? '',
      ]),
    },
  };
}

const known = (opened: OpenedCase, { t }: PaperWords): Section => ({
  heading: t('summary.statements'),
  table:
    opened.statements.length === 0
      ? null
      : {
          head: [t('summary.kind'), t('summary.what'), t('summary.source'), t('summary.when')],
          rows: opened.statements.map((each) => [
            t(`statement.${each.kind}`),
            each.words,
            each.source,
            said(each.happened, each.where).join(', '),
          ]),
        },
});

const team = (opened: OpenedCase, { t }: PaperWords): Section => ({
  heading: t('summary.team'),
  table: {
    head: [t('summary.name'), t('summary.part'), t('summary.agency')],
    rows: opened.team.map(({ name, part, agency }) => [name, t(`part.${part}`), agency]),
  },
});

const first = ({ t }: PaperWords, { emergencyNumber }: PaperSetting): Section => ({
  heading: t('plan.first'),
  paragraphs: [t('plan.emergency', { number: emergencyNumber })],
});

const contacts = (opened: OpenedCase, { t }: PaperWords): Section => ({
  heading: t('plan.who'),
  paragraphs: [`${t('document.lead')}: ${opened.lead.name}`, `${t('document.deputy')}: ${opened.deputy.name}`],
});

/** What is done, one table for each of those whom it is about. */
function plan(opened: OpenedCase, { t, formatDate }: PaperWords): Section[] {
  const groups = actionCategories.map((category) => ({
    category,
    actions: opened.actions.filter((action) => action.category === category && action.state !== 'not-done'),
  }));
  const filled = groups.filter(({ actions }) => actions.length > 0);
  if (filled.length === 0) return [{ heading: t('plan.actions') }];
  return filled.map(({ category, actions }) => ({
    heading: `${t('plan.actions')}: ${t(`category.${category}`)}`,
    table: {
      head: [t('plan.what'), t('plan.by'), t('plan.due'), t('plan.state')],
      rows: actions.map((action) => [
        said(action.words, action.service).join(' · '),
        action.assignee.name,
        formatDate(action.dueAt),
        t(`action-state.${action.state}`),
      ]),
    },
  }));
}

const fallbacks = (opened: OpenedCase, { t }: PaperWords): Section => ({
  heading: t('plan.fallback'),
  paragraphs: opened.actions
    .filter((action) => action.fallback)
    .map((action) => t('plan.fallback-words', { what: action.words, fallback: action.fallback ?? '' })),
});

function memo(opened: OpenedCase, { t, formatDate }: PaperWords, { keptUntil }: PaperSetting): Section[] {
  const closing = opened.closings.find(({ reopenedAt }) => reopenedAt === null);
  if (!closing) return [{ heading: t('memo.why'), paragraphs: [t('memo.not-closed')] }];
  const acceptedBy = closing.acceptedBy && `${t('memo.accepted-by')}: ${closing.acceptedBy}`;
  return [
    {
      heading: t('memo.why'),
      paragraphs: said(`${t('memo.reason')}: ${t(`closing.${closing.reason}`)}`, closing.words, acceptedBy),
    },
    { heading: t('memo.in-place'), paragraphs: said(closing.inPlace) },
    { heading: t('memo.told'), paragraphs: closing.told.map(({ who, how }) => `${who}: ${how}`) },
    { heading: t('memo.reopen'), paragraphs: said(closing.reopenTriggers) },
    {
      heading: t('memo.done'),
      table:
        opened.actions.length === 0
          ? null
          : {
              head: [t('plan.what'), t('plan.state'), t('memo.result')],
              rows: opened.actions.map(({ words, state, result }) => [words, t(`action-state.${state}`), result ?? '']),
            },
    },
    {
      heading: t('memo.retention'),
      paragraphs: keptUntil ? [t('memo.kept-until', { date: formatDate(keptUntil) })] : [],
    },
  ];
}

const dates = (opened: OpenedCase, { t, formatDate }: PaperWords): Section => ({
  heading: t('entry.dates'),
  paragraphs: opened.concern.triggers.map(({ at, note }) => said(formatDate(at), note).join(': ')),
});

const worries = (opened: OpenedCase, { t }: PaperWords): Section => ({
  heading: t('entry.watch'),
  paragraphs: said(...(opened.concern.rounds.find(({ agreed }) => agreed)?.ratings ?? []).map((each) => each.unknowns)),
});

const signing = ({ t }: PaperWords): Section => ({
  heading: t('entry.sign'),
  signatures: [t('entry.sign-person'), t('entry.sign-guardian'), t('entry.sign-place'), t('entry.sign-lead')],
});
