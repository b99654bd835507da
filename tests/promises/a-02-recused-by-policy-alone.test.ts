import { describe, expect, it } from 'vitest';
import { type CaseRelation, casePolicy } from '../../src/cases/policy.ts';
import { type IdentityRelation, identityPolicy } from '../../src/identities/policy.ts';
import type { PersonActor } from '../../src/platform/actor.ts';
import { type Policy, permits } from '../../src/platform/policy/policy.ts';
import { newKeyPair } from '../../src/platform/vault/index.ts';
import { type ReportRelation, reportPolicy } from '../../src/reports/policy.ts';
import { roles } from './a-02-expected.ts';

/** Somebody who holds every role at once, whatever a community would allow. */
const everyRole: PersonActor = {
  kind: 'person',
  communityId: '019b0000-0000-7000-8000-000000000001',
  personId: '019b0000-0000-7000-8000-000000000002',
  roles,
  keyPair: newKeyPair(),
};

/** What of a whole policy this relation leaves, in order of name. */
function leftTo<Permission extends string, Relation>(policy: Policy<Permission, Relation>, relation: Relation) {
  const names = new Set(policy.sentences.flatMap(({ may }) => may));
  return [...names].filter((name) => permits(policy, everyRole, name, relation)).toSorted();
}

/** As close to a case as one can be, with its key. */
const inCase = (part: CaseRelation['part'], isRecused: boolean): CaseRelation => ({
  part,
  holdsKey: true,
  isAssignee: true,
  isOfferedIt: true,
  isGivenIt: true,
  isRecused,
});
const toReport = (isKeptOut: boolean): ReportRelation => ({
  report: everyRole.personId,
  holdsKey: true,
  isAccountable: true,
  isKeptOut,
});
const toIdentity = (isKeptOut: boolean): IdentityRelation => ({ holdsKey: true, isAsker: true, isKeptOut });

/** What is about no one record, written by hand: nothing of it shows what a case or a report says. */
const aboutNoCase = [
  'bring-in-cases',
  'open-shared-view',
  'read-partner-view',
  'see-my-day',
  'see-oversight',
  'see-own-cases',
  'see-subject-requests',
  'set-groups',
  'set-standards',
];
const aboutNoReport = ['enter-report', 'open-own-receipt', 'report-a-concern', 'see-triage'];
const aboutNoIdentity = ['hold-kit-half', 'see-identity-requests'];

describe('A-02 a recusal forbids by the policy alone', () => {
  it.each(['lead', 'deputy', 'member', 'consultant', 'none'] as const)(
    'leaves nothing of a case to its %s, with every role and its key in hand',
    (part) => {
      expect(leftTo(casePolicy, inCase(part, true))).toEqual(aboutNoCase);
      expect(leftTo(casePolicy, inCase(part, false)).length).toBeGreaterThan(aboutNoCase.length);
    },
  );

  it('leaves nothing of a report and of who reported, with every role, side and key in hand', () => {
    expect(leftTo(reportPolicy, toReport(true))).toEqual(aboutNoReport);
    expect(leftTo(identityPolicy, toIdentity(true))).toEqual(aboutNoIdentity);
    expect(leftTo(reportPolicy, toReport(false)).length).toBeGreaterThan(aboutNoReport.length);
    expect(leftTo(identityPolicy, toIdentity(false)).length).toBeGreaterThan(aboutNoIdentity.length);
  });
});
