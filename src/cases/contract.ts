export type {
  ArchiveImports,
  ArchiveLookedAt,
  BringArchiveOptions,
  BroughtCase,
  exportCaseInput,
} from './archive/contract.ts';
export type { BringInOptions, CaseImports } from './bring-in/contract.ts';
export { closeCaseInput, reopenCaseInput, stayClosedInput } from './closing/contract.ts';
export { addTriggerInput, agreeConcernInput, askConcernInput, rateConcernInput } from './concern/contract.ts';
export {
  type CaseRow,
  caseAction,
  casesPage,
  handOverOffer,
  levelsOfConcern,
  type OpenedCase,
  openedCase,
} from './contract/case.ts';
export {
  addActionInput,
  addMemberInput,
  changeDeputyInput,
  describeCaseInput,
  moveActionInput,
  offerInput,
  reassignActionInput,
  setReviewInput,
} from './contract/inputs.ts';
export { type MyDay, myDay, type Oversight, oversight } from './contract/seen-at-once.ts';
export { type CaseDocument, type DocumentSection, documentKinds } from './documents/contract.ts';
export type {
  answerExtractInput,
  CaseExtract,
  GivenExtract,
  giveExtractInput,
} from './extracts/contract.ts';
export {
  type CaseGroup,
  type GroupSettings,
  groupSettings,
  type recordGroupInput,
  type setGroupSettingsInput,
} from './groups/contract.ts';
export { endInquiryInput, planInquiryInput } from './inquiries/contract.ts';
export {
  absenceInput,
  type CaseLoad,
  handedOverAll,
  handOverAllInput,
  type handOverForInput,
} from './load/contract.ts';
export type {
  attendMeetingInput,
  CaseMinutes,
  callMeetingInput,
  callOffInput,
  endMeetingInput,
  MeetingList,
  MeetingPage,
} from './meetings/contract.ts';
export {
  type CasePeople,
  type CasePerson,
  type personIdentifierInput,
  personParts,
  type samePersonInput,
  type writePersonInput,
} from './people/contract.ts';
export { calendarFeed, reviewCaseInput, type TeamWeek } from './reviews/contract.ts';
export {
  type CaseSharing,
  type Disclosure,
  given,
  type Parcel,
  type PartnerView,
  recipientKinds,
  type Shared,
  type shareInput,
  ways,
  type withdrawInput,
} from './sharing/contract.ts';
export { answerStageInput, caseStandards, leaveStageInput } from './stages/contract.ts';
export { addStatementInput, statementFilesAdded } from './statements/contract.ts';
export type {
  answerRequestInput,
  extendRequestInput,
  OpenSubjectRequests,
  recordRequestInput,
  SubjectRequest,
  SubjectRequests,
} from './subject-requests/contract.ts';
export { recuseInput, setStandingInput, standingTeam } from './team/contract.ts';
export { validateCaseInput } from './validity/contract.ts';
export { actionCategories, closingReasons, stages } from './words/vocabulary.ts';
