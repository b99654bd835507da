export const en = {
  'move.title': 'Take everything elsewhere',
  'move.words':
    'The file holds every report, case, person, setting and attachment of this community, and its log. Content stays under the keys of its people: to read it one still needs their passwords. What the installation seals by itself, such as the mail server’s password and the secrets of authenticators, is protected by the passphrase alone.',
  'move.after':
    'What stays behind: passkeys, recovery codes, open invitations and the signed checkpoints of the log. Receipts of reporters go along and keep working. What is shredded here later is still in the file: destroy the file when it has done its work.',
  'move.passphrase': 'Passphrase',
  'move.passphrase-hint':
    'Made by chance, and shown only here. Write it down before you begin; keep it apart from the file.',
  'move.copy': 'Copy',
  'move.kept': 'I have written the passphrase down',
  'move.keep-first': 'Write the passphrase down first, then tick this.',
  'move.act': 'Make the file',
  'move.import-title': 'Read it in elsewhere',
  'move.import-words':
    'On the other installation, of the same release, whoever runs it sets FORESTALL_BACKUP_PASSPHRASE to the passphrase and tries first, then imports:',
} as const;
