export {
  currentGroup,
  type Group,
  type GroupName,
  groupNames,
  groupRoles,
  leaveGroups,
  makeGroup,
  tendGroups,
} from './groups.ts';
export {
  copiesInsert,
  holdsRecordKey,
  openRecordKey,
  openRecordKeys,
  type Recipient,
  shareRecordKey,
  withdrawEveryKey,
  withdrawRecordKey,
} from './record-keys.ts';
