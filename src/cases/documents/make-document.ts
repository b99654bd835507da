import { type Community, communityOf, membersById } from '../../community/index.ts';
import type { PersonActor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit/record-act.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { Ground } from '../../platform/ground.ts';
import { type Language, translator } from '../../platform/i18n/index.ts';
import { periodsOf } from '../../retention/index.ts';
import { caseMinutesOf, meetingPageOf } from '../meetings/present-meeting.ts';
import { openCasePage } from '../queries/case-page.ts';
import { sharingOf } from '../sharing/sharing-of-case.ts';
import { composeDocument, type PaperWords, paperWords } from './compose.ts';
import type { CaseDocument, DocumentKind, DocumentSection } from './contract.ts';
import { drawDocument } from './draw-document.ts';

const dayMilliseconds = 86_400_000;

/** A document of one case, in this language, for somebody who may open the case. */
export async function caseDocumentOf(
  tx: Tx<PersonActor>,
  ground: Ground,
  caseId: string,
  kind: DocumentKind,
  language: Language,
): Promise<CaseDocument> {
  const opened = await openCasePage(tx, ground, caseId);
  const { community, words } = await paperOf(tx, language);
  const days = (await periodsOf(tx))['case-closed'];
  const closedAt = opened.closings.find(({ reopenedAt }) => reopenedAt === null)?.closedAt;
  const setting = {
    emergencyNumber: community.emergencyNumbers[0]?.number ?? '112',
    disclosures: kind === 'disclosure-record' ? (await sharingOf(tx, ground, caseId)).disclosures : [],
    keptUntil: closedAt ? new Date(Date.parse(closedAt) + days * dayMilliseconds) : null,
  };
  return { ...(await frameOf(tx, ground, community, words, kind)), ...composeDocument(kind, opened, words, setting) };
}

/** The minutes of a meeting, in this language: of each case that the reader may open; every reading is logged with its case. */
export async function meetingMinutesOf(
  tx: Tx<PersonActor>,
  ground: Ground,
  meetingId: string,
  language: Language,
): Promise<CaseDocument> {
  const meeting = await meetingPageOf(tx, ground, meetingId);
  const { community, words } = await paperOf(tx, language);
  const { t, formatDate, formatTime } = words;
  const sections: DocumentSection[] = [];
  for (const { caseId, caseNumber, title, state } of meeting.agenda) {
    if (title === null || state !== 'minuted') continue;
    await recordAct(tx, ground, {
      act: 'document-made',
      recordKind: 'case',
      recordId: caseId,
      facts: { kind: 'meeting-minutes', reason: 'team' },
    });
    const { entries } = await caseMinutesOf(tx, ground, caseId);
    const here = entries.filter((entry) => entry.meetingId === meetingId).toReversed();
    sections.push({
      heading: `${t('minutes.case', { number: caseNumber })}: ${title}`,
      paragraphs: here.flatMap((entry) => [
        entry.words,
        ...(entry.decided.length > 0 ? [t('minutes.decisions', { numbers: entry.decided.join(', ') })] : []),
      ]),
      table: null,
      signatures: [],
    });
  }
  const others = meeting.others + meeting.agenda.filter(({ title }) => title === null).length;
  const rest =
    others > 0 ? [t('minutes.others', { count: others })] : sections.length === 0 ? [t('minutes.nothing')] : [];
  const names = (isPresent: boolean) =>
    meeting.attendance.filter((each) => each.isPresent === isPresent).map(({ name }) => name);
  return {
    ...(await frameOf(tx, ground, community, words, 'meeting-minutes')),
    facts: [
      { label: t('minutes.chair'), value: meeting.chair.name },
      { label: t('minutes.held'), value: `${formatDate(meeting.heldAt)}, ${formatTime(meeting.heldAt)}` },
      { label: t('minutes.present'), value: names(true).join(', ') },
      ...(names(false).length > 0 ? [{ label: t('minutes.absent'), value: names(false).join(', ') }] : []),
    ],
    sections: [
      ...sections,
      ...rest.map((text) => ({ heading: meeting.number, paragraphs: [text], table: null, signatures: [] })),
    ],
  };
}

async function paperOf(tx: Tx, language: Language): Promise<{ community: Community; words: PaperWords }> {
  const community = await communityOf(tx);
  return { community, words: translator(paperWords, language, community.timeZone) };
}

async function frameOf(
  tx: Tx<PersonActor>,
  ground: Ground,
  community: Community,
  { t, formatDate, formatTime, language }: PaperWords,
  kind: CaseDocument['kind'],
): Promise<Omit<CaseDocument, 'facts' | 'sections'>> {
  const now = ground.clock.now();
  const { personId } = tx.actor;
  const name = (await membersById(tx, [personId])).get(personId)?.name ?? '';
  return {
    kind,
    language,
    title: t(`document.${kind}`),
    community: community.name,
    madeAt: now.toISOString(),
    footer: t('document.footer', { when: `${formatDate(now)}, ${formatTime(now)}`, name }),
  };
}

/** The document as a tagged PDF, with its pages counted in its own language. */
export async function documentFile(paper: CaseDocument): Promise<Response> {
  const { t } = translator(paperWords, paper.language, 'UTC');
  const bytes = await drawDocument(paper, (number, count) => t('document.page', { number, count }));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${paper.kind}-${paper.language}.pdf"`,
    },
  });
}
