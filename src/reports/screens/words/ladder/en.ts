export const en = {
  'ladder.title': 'Who was told, and who is next',
  'ladder.by-mail': 'by mail',
  'ladder.by-telephone': 'by telephone',
  'ladder.delivered': 'handed over',
  'ladder.waiting': 'waits to be sent',
  'ladder.given-up': 'could not be reached',
  'ladder.opened': '{name} opened it',
  'ladder.accepted': '{recipient}: {name} accepted it',
  'ladder.open-handover': '{recipient}: nobody there has accepted it yet; {name} stays accountable and is told again',
  'ladder.next-second': 'Undecided, it goes to the second officer, {name}:',
  'ladder.next-coordinator': 'Undecided, it goes to the coordinator, {name}:',
} as const;
