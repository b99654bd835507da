import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'move.title': 'Tout emporter',
  'move.words':
    'Le fichier contient tous les signalements, dossiers, personnes, réglages et pièces jointes de cette communauté, et son journal. Le contenu reste sous les clés de ses membres : il faut encore leurs mots de passe pour le lire. Ce que l’installation scelle seule, comme le mot de passe du serveur de courrier et les secrets des authentificateurs, n’est protégé que par la phrase secrète.',
  'move.after':
    'Ce qui reste ici : les clés d’accès, les codes de secours, les invitations ouvertes et les points de contrôle signés du journal. Les reçus des personnes qui ont signalé suivent et restent valables. Ce qui est détruit ici plus tard est encore dans le fichier : détruisez-le quand il a servi.',
  'move.passphrase': 'Phrase secrète',
  'move.passphrase-hint':
    'Tirée au hasard, et montrée ici seulement. Notez-la avant de commencer ; gardez-la loin du fichier.',
  'move.copy': 'Copier',
  'move.kept': 'J’ai noté la phrase secrète',
  'move.keep-first': 'Notez d’abord la phrase secrète, puis cochez ceci.',
  'move.act': 'Créer le fichier',
  'move.import-title': 'Le relire ailleurs',
  'move.import-words':
    'Sur l’autre installation, de la même version, la personne qui la gère met la phrase secrète dans FORESTALL_BACKUP_PASSPHRASE, essaie d’abord, puis importe :',
};
