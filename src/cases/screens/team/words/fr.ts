import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'team.lacking': 'Personne dans l’équipe pour : {disciplines}',
  'team.add-standing': 'Ajouter l’équipe permanente au dossier',
  'team.declared': 'a déclaré n’avoir aucun lien',
  'team.undeclared': 'n’a pas encore déclaré',
  'team.declare': 'Je déclare que rien ne me lie aux personnes de ce dossier',
  'recuse.title': 'Se récuser, ou écarter quelqu’un',
  'recuse.hint':
    'Un parent, un ami, quelqu’un de mis en cause : plus aucune part à ce dossier désormais, quel que soit son rôle. C’est définitif.',
  'recuse.person': 'Qui',
  'recuse.missing-person': 'Choisissez une personne.',
  'recuse.reason': 'Pourquoi',
  'recuse.missing-reason': 'Écrivez pourquoi.',
  'recuse.act': 'Écarter de ce dossier',
  'recuse.done': 'La récusation est inscrite.',
  'recuse.past': 'Écartés de ce dossier',
  'standing.title': 'Équipe permanente',
  'standing.about':
    'On peut les ajouter à un dossier d’un coup. Habilitation et formation expirent : on montre qui les a laissées passer.',
  'standing.is': 'Dans l’équipe permanente',
  'standing.vetted': 'Habilitation jusqu’au',
  'standing.trained': 'Formation jusqu’au',
  'standing.date-hint': 'Année-mois-jour, comme 2027-06-30 ; vide s’il n’y en a pas.',
  'standing.not-a-date': 'Écrivez la date en année-mois-jour.',
  'standing.lapsed': 'expirée',
  'standing.change': 'Modifier {name}',
  'standing.act': 'Enregistrer',
  'standing.done': 'Enregistré.',
};
