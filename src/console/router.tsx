import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { Gate } from './shell/gate.tsx';
import { NotHere, WentWrong } from './shell/not-here.tsx';
import { Outside } from './shell/outside.tsx';
import { Shell } from './shell/shell.tsx';

/** A screen that is fetched when somebody first goes there. */
const screen = (load: () => Promise<ComponentType>) => async () => ({ Component: await load() });

const Nothing = () => null;

const reports = {
  path: 'reports',
  lazy: screen(async () => (await import('../reports/screens/triage-desk.tsx')).TriageDesk),
  children: [
    {
      path: ':reportId',
      lazy: screen(async () => (await import('../reports/screens/report-page.tsx')).ReportPage),
    },
  ],
};

const cases = {
  path: 'cases',
  lazy: screen(async () => (await import('../cases/screens/case-list.tsx')).CaseList),
  children: [
    { path: ':caseId', lazy: screen(async () => (await import('../cases/screens/case-page.tsx')).CasePage) },
    {
      path: ':caseId/stage',
      lazy: screen(async () => (await import('../cases/screens/stages/stage-page.tsx')).StagePage),
    },
    {
      path: ':caseId/inquiries',
      lazy: screen(async () => (await import('../cases/screens/inquiries/inquiries-page.tsx')).InquiriesPage),
    },
    {
      path: ':caseId/minutes',
      lazy: screen(async () => (await import('../cases/screens/meetings/minutes-list.tsx')).MinutesPage),
    },
    {
      path: ':caseId/sharing',
      lazy: screen(async () => (await import('../cases/screens/sharing/sharing-page.tsx')).SharingPage),
    },
    {
      path: ':caseId/archive',
      lazy: screen(async () => (await import('../cases/screens/archive/archive-page.tsx')).ArchivePage),
    },
    {
      path: ':caseId/people',
      lazy: screen(async () => (await import('../cases/screens/people/people-page.tsx')).PeopleOfCasePage),
    },
    {
      path: ':caseId/requests',
      lazy: screen(async () => (await import('../cases/screens/subject-requests/requests-page.tsx')).RequestsPage),
    },
    {
      path: ':caseId/documents',
      lazy: screen(async () => (await import('../cases/screens/documents/documents-page.tsx')).DocumentsPage),
    },
    {
      path: ':caseId/documents/:kind',
      lazy: screen(async () => (await import('../cases/screens/documents/paper-page.tsx')).PaperPage),
    },
    {
      path: ':caseId/group',
      lazy: screen(async () => (await import('../cases/screens/groups/group-page.tsx')).GroupPage),
    },
    {
      path: ':caseId/known',
      lazy: screen(async () => (await import('../cases/screens/known/known-page.tsx')).KnownPage),
    },
    {
      path: ':caseId/concern',
      lazy: screen(async () => (await import('../cases/screens/concern/concern-page.tsx')).ConcernPage),
    },
  ],
};

const library = [
  { path: 'library', lazy: screen(async () => (await import('../library/screens/library-desk.tsx')).LibraryDesk) },
  {
    path: 'library/texts',
    lazy: screen(async () => (await import('../library/screens/text-list.tsx')).TextListPage),
  },
  {
    path: 'library/texts/:language/:text',
    lazy: screen(async () => (await import('../library/screens/text-page.tsx')).TextPage),
  },
  {
    path: 'library/texts/:language/:text/versions/:number',
    lazy: screen(async () => (await import('../library/screens/version-page.tsx')).VersionPage),
  },
  {
    path: 'library/mistakes',
    lazy: screen(async () => (await import('../library/screens/mistakes-page.tsx')).MistakesPage),
  },
];

const settings = screen(async () => (await import('../community/screens/settings/settings-page.tsx')).SettingsPage);

const inside = [
  { index: true, lazy: screen(async () => (await import('../cases/screens/my-day.tsx')).MyDayPage) },
  {
    path: 'reports/new',
    lazy: screen(async () => (await import('../reports/screens/enter-report.tsx')).EnterReport),
  },
  reports,
  cases,
  {
    path: 'standing-team',
    lazy: screen(async () => (await import('../cases/screens/team/standing-page.tsx')).StandingPage),
  },
  {
    path: 'week',
    lazy: screen(async () => (await import('../cases/screens/reviews/week-page.tsx')).WeekPage),
  },
  {
    path: 'meetings',
    lazy: screen(async () => (await import('../cases/screens/meetings/meetings-page.tsx')).MeetingsPage),
  },
  {
    path: 'meetings/:meetingId/minutes',
    lazy: screen(async () => (await import('../cases/screens/documents/paper-page.tsx')).PaperPage),
  },
  {
    path: 'meetings/:meetingId',
    lazy: screen(async () => (await import('../cases/screens/meetings/meeting-page.tsx')).MeetingPage),
  },
  {
    path: 'given/:viewId',
    lazy: screen(async () => (await import('../cases/screens/sharing/partner-view-page.tsx')).PartnerViewPage),
  },
  {
    path: 'advice/:extractId',
    lazy: screen(async () => (await import('../cases/screens/extracts/extract-page.tsx')).ExtractPage),
  },
  { path: 'away', lazy: screen(async () => (await import('../cases/screens/load/away-page.tsx')).AwayPage) },
  { path: 'load', lazy: screen(async () => (await import('../cases/screens/load/load-page.tsx')).LoadPage) },
  { path: 'groups', lazy: screen(async () => (await import('../cases/screens/groups/groups-page.tsx')).GroupsPage) },
  {
    path: 'case-standards',
    lazy: screen(async () => (await import('../cases/screens/stages/standards-page.tsx')).StandardsPage),
  },
  ...library,
  { path: 'rota', lazy: screen(async () => (await import('../community/screens/rota/rota-page.tsx')).RotaPage) },
  { path: 'settings', lazy: settings },
  { path: 'settings/:subject', lazy: settings },
  { path: 'move', lazy: screen(async () => (await import('../community/screens/move/move-page.tsx')).MovePage) },
  { path: 'logo', lazy: screen(async () => (await import('../community/screens/logo/logo-page.tsx')).LogoPage) },
  { path: 'legal', lazy: screen(async () => (await import('../community/screens/legal/legal-page.tsx')).LegalPage) },
  { path: 'ways-in', lazy: screen(async () => (await import('../ways-in/screens/ways-in-page.tsx')).WaysInPage) },
  { path: 'people', lazy: screen(async () => (await import('../community/screens/people.tsx')).PeoplePage) },
  { path: 'account', lazy: screen(async () => (await import('../community/screens/account.tsx')).AccountPage) },
  {
    path: 'installation',
    lazy: screen(async () => (await import('../community/screens/installation.tsx')).InstallationPage),
  },
  { path: 'find', lazy: screen(async () => (await import('./find/find-page.tsx')).FindPage) },
  { path: 'identities', lazy: screen(async () => (await import('../identities/screens/sides-page.tsx')).SidesPage) },
  { path: 'keeping', lazy: screen(async () => (await import('../retention/screens/keeping-page.tsx')).KeepingPage) },
  { path: 'oversight', lazy: screen(async () => (await import('../cases/screens/oversight.tsx')).OversightPage) },
  {
    path: 'programme',
    lazy: screen(async () => (await import('../programme/screens/programme-page.tsx')).ProgrammePage),
  },
  {
    path: 'programme/groups',
    lazy: screen(async () => (await import('../programme/screens/groups/group-figures-page.tsx')).GroupFiguresPage),
  },
  { path: 'mail', lazy: screen(async () => (await import('../community/screens/captured-mail.tsx')).CapturedMailPage) },
  { path: '*', Component: NotHere },
];

const outside = [
  { path: 'forgotten', lazy: screen(async () => (await import('../community/screens/forgotten.tsx')).ForgottenPage) },
  { path: 'recovery', lazy: screen(async () => (await import('../community/screens/recovery.tsx')).RecoveryPage) },
  { path: 'set-up', lazy: screen(async () => (await import('../community/screens/set-up.tsx')).SetUpPage) },
  {
    path: 'invitation',
    lazy: screen(async () => (await import('../community/screens/invitation.tsx')).InvitationPage),
  },
];

/** Every address of the console, below `/console`, or below the community's own where one is named. */
export const openRouter = (community: string) =>
  createBrowserRouter(
    [
      { Component: Outside, ErrorBoundary: WentWrong, HydrateFallback: Nothing, children: outside },
      {
        Component: Gate,
        ErrorBoundary: WentWrong,
        HydrateFallback: Nothing,
        children: [{ Component: Shell, children: inside }],
      },
    ],
    { basename: community === '' ? '/console' : `/console/at/${community}` },
  );
