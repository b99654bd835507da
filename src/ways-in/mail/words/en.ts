export const en = {
  'email.nothing-readable': 'A mail came in which nothing could be read. It is in the mailbox.',
  'email.is-cut': 'The mail is longer than a report: the rest is in the mailbox.',
  'email.left':
    '{count, plural, one {# attachment is} other {# attachments are}} not a picture that could be taken; the mail is still in the mailbox.',
  'email.answer-subject': 'Your message has arrived',
  'email.answer':
    'Your message has arrived at {name}. A person will read it.\n\nIf somebody is in danger now, call {emergency}.\n\nMail can be read on its way. To write again without mail, and without giving your name: {link}\n\nThis answer was sent by a program. Nobody reads what is sent back to it.',
} as const;
