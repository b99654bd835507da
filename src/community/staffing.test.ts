import { describe, expect, it } from 'vitest';
import { unkeptPromises } from './staffing.ts';

const member = (id: string, ...roles: string[]) => ({ id, roles });

describe('staffing', () => {
  it('lets three people keep everything that takes two, and names what they cannot keep', () => {
    const three = [
      member('lead', 'duty-officer', 'team-member'),
      member('deputy', 'duty-officer', 'custodian', 'team-member'),
      member('coordinator', 'coordinator', 'administrator', 'team-member'),
    ];

    expect(unkeptPromises(three)).toEqual(['two-sides', 'oversight', 'vouching', 'second-coordinator']);
  });

  it('names a second officer and a deputy where one person does everything', () => {
    const alone = [member('all', 'coordinator', 'duty-officer', 'custodian', 'administrator', 'team-member')];

    expect(unkeptPromises(alone)).toEqual([
      'second-officer',
      'cover-for-recusal',
      'lead-and-deputy',
      'two-raters',
      'two-sides',
      'oversight',
      'vouching',
      'second-coordinator',
    ]);
  });

  it('has nothing to say of a full staff, and does not count a role held twice as two people', () => {
    const full = [
      member('a', 'coordinator', 'duty-officer'),
      member('b', 'coordinator', 'duty-officer'),
      member('c', 'duty-officer', 'team-member'),
      member('d', 'custodian', 'team-member'),
      member('e', 'overseer'),
    ];

    expect(unkeptPromises(full)).toEqual([]);
    expect(unkeptPromises(full.slice(1))).toEqual(['cover-for-recusal', 'vouching', 'second-coordinator']);
  });
});
