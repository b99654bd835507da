import type { en } from './en.ts';

export const ca: Record<keyof typeof en, string> = {
  'move.title': 'Endur-s’ho tot',
  'move.words':
    'El fitxer conté tots els avisos, casos, persones, ajustos i adjunts d’aquesta comunitat, i el seu registre. El contingut continua sota les claus de la seva gent: per llegir-lo encara calen les seves contrasenyes. El que la instal·lació segella per si sola, com la contrasenya del servidor de correu i els secrets dels autenticadors, només el protegeix la frase de pas.',
  'move.after':
    'Què es queda: les claus d’accés, els codis de recuperació, les invitacions obertes i els punts de control signats del registre. Els resguards dels qui avisen hi van i continuen servint. El que aquí es destrueixi més tard encara és al fitxer: destruïu-lo quan ja no calgui.',
  'move.passphrase': 'Frase de pas',
  'move.passphrase-hint':
    'Feta a l’atzar, i només es mostra aquí. Apunteu-la abans de començar i guardeu-la lluny del fitxer.',
  'move.copy': 'Copiar',
  'move.kept': 'He apuntat la frase de pas',
  'move.keep-first': 'Apunteu primer la frase de pas i després marqueu això.',
  'move.act': 'Fer el fitxer',
  'move.import-title': 'Llegir-lo en un altre lloc',
  'move.import-words':
    'A l’altra instal·lació, de la mateixa versió, qui la porta posa la frase de pas a FORESTALL_BACKUP_PASSPHRASE, ho prova primer i després ho importa:',
};
