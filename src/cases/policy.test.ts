import { describe, expect, it } from 'vitest';
import { allowedBy, aMember, thePublic } from '../platform/policy/testing/allowed.ts';
import { type CaseRelation, casePolicy } from './policy.ts';

const allowed = allowedBy(casePolicy, {
  part: 'none',
  holdsKey: true,
  isAssignee: false,
  isOfferedIt: false,
  isRecused: false,
  isGivenIt: false,
});

/** Every member of the community has these, whatever else. */
const members = ['open-shared-view', 'read-partner-view', 'see-my-day', 'see-own-cases'];
/** What each part of a case may, besides; by hand from the description of the product. */
const team = ['add-statement', 'move-action', 'open-case', 'rate-concern', 'recuse'];
const parts: [string, Partial<CaseRelation>, string[]][] = [
  ['the lead', { part: 'lead' }, [...team, 'close-case', 'direct-case', 'hand-over-case', 'reopen-case', 'share-case']],
  ['the deputy', { part: 'deputy' }, [...team, 'direct-case', 'reopen-case', 'share-case']],
  ['a member of the team', { part: 'member' }, team],
  ['a consultant', { part: 'consultant' }, []],
  ['a consultant whom an extract was given', { part: 'consultant', isGivenIt: true }, ['read-extract']],
  ['whoever is offered the lead', { isOfferedIt: true }, ['answer-offer', 'open-case']],
  ['whoever has an action', { isAssignee: true }, ['move-action']],
  ['somebody with no part', {}, []],
];
const roles: [string, string[]][] = [
  ['coordinator', ['bring-in-cases', 'set-groups', 'see-oversight', 'see-subject-requests', 'set-standards']],
  ['overseer', ['see-oversight', 'see-subject-requests']],
  ['custodian', ['set-groups', 'see-subject-requests']],
  ['administrator', []],
  ['duty-officer', []],
  ['team-member', []],
];

describe('the policy of cases', () => {
  it.each(parts)('gives %s what belongs to the part', (_, relation, more) => {
    expect(allowed(aMember('team-member'), relation)).toEqual([...members, ...more].toSorted());
  });

  it.each(parts)('gives %s nothing of the case without its key, or once recused', (_, relation) => {
    expect(allowed(aMember('team-member'), { ...relation, holdsKey: false })).toEqual(members);
    expect(allowed(aMember('team-member'), { ...relation, isRecused: true })).toEqual(members);
  });

  it.each(roles)('gives a %s what hangs on the role, and no case', (role, more) => {
    expect(allowed(aMember(role))).toEqual([...members, ...more].toSorted());
  });

  it('gives the public a shared view and nothing else, however it stands to a case', () => {
    const everything = { part: 'lead', isAssignee: true, isOfferedIt: true, isGivenIt: true } as const;

    expect(allowed(thePublic, everything)).toEqual(['open-shared-view']);
  });
});
