export const en = {
  'staffing.title':
    '{count, plural, one {One promise cannot be kept with the people you have} other {# promises cannot be kept with the people you have}}',
  'staffing.second-officer':
    'There is no second officer: a report that nobody answers can climb to no one. Give another person the desk.',
  'staffing.cover-for-recusal':
    'Nobody can step in at the desk when an officer must stand aside or is on leave. A third person is needed, or one lent by a partner community.',
  'staffing.lead-and-deputy':
    'A case needs a lead and a deputy, two different people. There is only one who could be either.',
  'staffing.two-raters': 'The level of concern needs two raters. There is only one.',
  'staffing.two-sides':
    'A sealed identity opens only with a custodian and an overseer. One of the two sides is missing, so none can be taken.',
  'staffing.oversight':
    'Nobody sees from outside that things are done. An overseer can be lent by a partner community.',
  'staffing.vouching':
    'If one of those who may vouch loses every way in, no two others can vouch for them: only their recovery codes or the recovery kit help. Three coordinators, administrators or custodians are needed.',
  'staffing.second-coordinator':
    'There is one coordinator: whatever climbs ends with them, also at night and on leave. Name a second, or let a partner community cover agreed hours.',
} as const;
