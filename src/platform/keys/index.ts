export { type Closed, closeGeneration, isCloseDue, type KeyGround, rememberKeyStore } from './close-generation.ts';
export {
  currentGroup,
  type Group,
  type GroupName,
  groupNames,
  groupRoles,
  leaveGroups,
  makeGroup,
  newestGroup,
  tendGroups,
} from './groups.ts';
export { keptOutOf, notKeptOut } from './kept-out.ts';
export { loseCopies, shareLostCopies } from './lost-copies.ts';
export {
  copyRows,
  destroyRecordKeys,
  holdsRecordKey,
  isOpenableBy,
  manyCopiesInsert,
  openableCopies,
  openingPairs,
  openRecordKey,
  openRecordKeys,
  type Recipient,
  shareRecordKey,
  withdrawEveryKey,
  withdrawRecordKey,
} from './record-keys.ts';
export { wrappedIn } from './stored-copies.ts';
