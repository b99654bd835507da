import { describe, expect, it } from 'vitest';
import { allowedBy, aMember, thePublic } from '../platform/policy/testing/allowed.ts';
import { reportPolicy } from './policy.ts';

const allowed = allowedBy(reportPolicy, { report: 'r', holdsKey: false, isAccountable: false, isKeptOut: false });

const everybody = ['open-own-receipt', 'report-a-concern'];
const desk = ['enter-report', 'see-triage'];
const reading = ['give-reason', 'open-report'];
const deciding = [
  'answer-reporter',
  'arrange-desk',
  'change-urgency',
  'decide-report',
  'link-reports',
  'reopen-report',
];
/** By role: what it gives alone, with the key of the report, and with the key where one sent it on; by hand. */
const byRole: [string, string[], string[], string[]][] = [
  ['duty-officer', desk, [...desk, ...reading, ...deciding, 'accept-handover'], []],
  ['coordinator', desk, [...desk, ...reading, ...deciding, 'accept-handover'], []],
  ['custodian', [], [...reading, ...deciding], ['accept-handover']],
  ['team-member', [], reading, ['accept-handover']],
  ['overseer', [], reading, ['accept-handover']],
  ['administrator', [], reading, ['accept-handover']],
];
const sorted = (...permissions: string[][]) => [...everybody, ...permissions.flat()].toSorted();

describe('the policy of reports', () => {
  it.each(byRole)('gives a %s what the role gives, alone, with the key and as sender', (role, alone, withKey, sent) => {
    expect(allowed(aMember(role))).toEqual(sorted(alone));
    expect(allowed(aMember(role), { holdsKey: true })).toEqual(sorted(withKey));
    expect(allowed(aMember(role), { holdsKey: true, isAccountable: true })).toEqual(sorted(withKey, sent));
    expect(allowed(aMember(role), { isAccountable: true })).toEqual(sorted(alone));
  });

  it.each(byRole)('gives a %s nothing of a report whose case they are kept out of', (role, alone) => {
    const relation = { holdsKey: true, isAccountable: true, isKeptOut: true };

    expect(allowed(aMember(role), relation)).toEqual(sorted(alone));
  });

  it('gives the public its own report and its receipt', () => {
    const relation = { holdsKey: true, isAccountable: true };

    expect(allowed(thePublic, relation)).toEqual(everybody);
  });
});
