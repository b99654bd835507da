/** What a community promises that takes a certain staffing; each can be kept or not by who is active with which role. */
export const staffedPromises = [
  'second-officer',
  'cover-for-recusal',
  'lead-and-deputy',
  'two-raters',
  'two-sides',
  'oversight',
  'vouching',
  'second-coordinator',
] as const;
export type StaffedPromise = (typeof staffedPromises)[number];

type Active = { id: string; roles: readonly string[] };

/** Promises that these active members cannot keep, since there are too few of them or a role is missing. */
export function unkeptPromises(active: readonly Active[]): StaffedPromise[] {
  const having = (...roles: string[]) => active.filter((member) => member.roles.some((role) => roles.includes(role)));
  const desk = having('duty-officer', 'coordinator').length;
  const team = active.filter(({ roles }) =>
    roles.some((role) => role !== 'overseer' && role !== 'administrator'),
  ).length;
  const isKept: Record<StaffedPromise, boolean> = {
    'second-officer': desk >= 2,
    'cover-for-recusal': desk >= 3,
    'lead-and-deputy': team >= 2,
    'two-raters': team >= 2,
    'two-sides': having('custodian').length > 0 && having('overseer').length > 0,
    oversight: having('overseer').length > 0,
    // Two others vouch for whoever lost every way in, also where that is one of those who may vouch.
    vouching: having('coordinator', 'administrator', 'custodian').length >= 3,
    'second-coordinator': having('coordinator').length >= 2,
  };
  return staffedPromises.filter((promise) => !isKept[promise]);
}
