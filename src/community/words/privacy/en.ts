export const en = {
  'privacy.title': 'How we handle what you tell us',
  'privacy.not-yet': '{community} has not yet written here who answers for personal data. Ask them directly.',
  'privacy.controller': 'Who answers for it',
  'privacy.contact': 'How to reach them',
  'privacy.officer': 'Data protection officer',
  'privacy.authority': 'Where you can complain',
  'privacy.what-title': 'What we keep',
  'privacy.what':
    'What you write and the images that you add, sealed so that only the people who deal with it can read it. A way to reach you only if you give one. No address of your device, no cookie, no name unless you write it.',
  'privacy.why-title': 'Why',
  'privacy.why':
    'To keep people from being hurt, and to help whoever needs help. For nothing else: nobody is given a score, and nothing is sold or passed to advertisers.',
  'privacy.who-title': 'Who reads it',
  'privacy.who':
    'The person on duty and, if a case is opened, its team. Each reading is on record. If somebody is in danger, what is needed is told to the emergency services.',
  'privacy.long-title': 'For how long',
  'privacy.long':
    'Only as long as it is needed, by the periods that the community has set. Then the key is destroyed, so that nobody can read it again, not even in a backup.',
  'privacy.report-no-concern': 'A report without a concern: {days} days after the decision.',
  'privacy.report-passed-on': 'A report that was passed on: {days} days after that.',
  'privacy.case-closed': 'A case with its reports: {days} days after it was closed.',
  'privacy.rights-title': 'Your rights',
  'privacy.rights':
    'You can ask what is kept about you, have it corrected or deleted, and object. Write to the address above. If a report is anonymous, we cannot tell which one is yours: use your receipt.',
  'privacy.cannot-title': 'What we cannot hide',
  'privacy.cannot':
    'A device that somebody watches, the network of a school or a workplace, and words that only one person could have written.',
  'privacy.own': 'What {community} adds',
} as const;
