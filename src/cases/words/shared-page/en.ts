export const en = {
  'shared.title': 'Read what was shared with you',
  'shared.once':
    'It opens once. Open it when you have time to read it, and where nobody looks over your shoulder. You can print it.',
  'shared.number': 'Number from the link',
  'shared.number-hint': 'Six groups of four digits. With the link it is filled in already.',
  'shared.code': 'Code',
  'shared.code-hint': 'Eight digits that you were told by telephone.',
  'shared.open': 'Open it now',
  'shared.wrong': 'Nothing opens with this number and this code.',
  'shared.wrong-why':
    'One of them may be mistyped, it may have been opened before, or its time is over. Call whoever shared it with you.',
  'shared.tries':
    'The number is right, the code is not. {count, plural, =0 {No try is left: it is closed for good. Ask for a new one.} one {One try is left.} other {# tries are left.}}',
  'shared.now-closed':
    'You are reading it now. From here it cannot be opened again: write down or print what you need.',
} as const;
