import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'ladder.title': 'Qui a été prévenu, et qui suit',
  'ladder.by-mail': 'par courriel',
  'ladder.by-telephone': 'par téléphone',
  'ladder.delivered': 'remis',
  'ladder.waiting': 'en attente d’envoi',
  'ladder.given-up': 'n’a pas pu être joint',
  'ladder.opened': '{name} l’a ouvert',
  'ladder.accepted': '{recipient} : {name} l’a accepté',
  'ladder.open-handover':
    '{recipient} : personne là-bas ne l’a encore accepté ; {name} en reste responsable et sera de nouveau prévenu',
  'ladder.next-second': 'Sans décision, il passe à la seconde personne, {name} :',
  'ladder.next-coordinator': 'Sans décision, il passe à la coordination, {name} :',
  'reading.title': 'Pourquoi lisez-vous ce signalement ?',
  'reading.explain':
    'Il attend quelqu’un d’autre. Vous pouvez l’ouvrir, mais dites d’abord pourquoi. Vos mots sont conservés avec le signalement : quiconque peut le lire voit qui l’a lu et pourquoi.',
  'reading.label': 'Votre motif',
  'reading.hint': 'Une phrase suffit. Il vaut douze heures.',
  'reading.missing': 'Écrivez en quelques mots pourquoi vous le lisez.',
  'reading.act': 'Ouvrir le signalement',
  'reading.said': 'Le signalement est ouvert.',
  'reading.gave': '{name} a dit pourquoi il est lu : « {words} »',
};
