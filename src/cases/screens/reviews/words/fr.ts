import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'review.record': 'Consigner une revue',
  'review.words': 'Ce que la revue a montré',
  'review.missing-words': 'Écrivez ce que vous avez vu.',
  'review.next': 'Revoir',
  'review.next-hint': 'Vide : aussi tard que le niveau le permet.',
  'review.act': 'Consigner la revue',
  'review.done': 'La revue est inscrite.',
  'review.overdue': 'La revue de ce dossier est en retard',
  'review.past': 'Revues',
  'review.late': 'en retard',
  'validity.title': 'Ce dossier est-il encore nécessaire ?',
  'validity.about-open':
    'La loi ne permet à personne de garder un dossier pour toujours sans un nom. Rien n’est détruit tant qu’il est ouvert ; sans un nom, il figure en retard à partir du',
  'validity.about-closed':
    'La loi ne permet à personne de garder un dossier pour toujours sans un nom. Sans un nom, ce dossier clos est détruit le',
  'validity.words': 'Pourquoi il est encore nécessaire',
  'validity.missing-words': 'Écrivez pourquoi.',
  'validity.act': 'Dire qu’il est encore nécessaire',
  'validity.done': 'C’est inscrit sous votre nom ; le délai repart.',
  'validity.past': 'Dit encore nécessaire',
  'week.title': 'La semaine de l’équipe',
  'week.about':
    'Ce qui est dû sous sept jours dans les dossiers qui vous sont ouverts, ce qui est en retard, et les réunions.',
  'week.none': 'Rien n’est dû cette semaine.',
  'week.overdue': 'En retard',
  'due.review': 'Revue',
  'due.stage': 'Décision sur l’étape',
  'due.action': 'Action',
  'due.result': 'Résultat d’une action',
  'due.inquiry': 'Entretien ou demande',
  'due.date': 'Une date qui peut peser',
  'due.meeting': 'Réunion',
  'calendar.title': 'Vos dates dans un calendrier',
  'calendar.about':
    'Un calendrier montre des numéros et des heures, jamais ce que dit un dossier. Qui a l’adresse les voit : mettez-y fin si elle tombe en d’autres mains.',
  'calendar.make': 'Créer une adresse',
  'calendar.again': 'Créer une nouvelle adresse ; l’ancienne prend fin',
  'calendar.end': 'Mettre fin à l’adresse',
  'calendar.once': 'Copiez-la maintenant. Elle n’est montrée qu’une fois.',
  'calendar.since': 'Une adresse est en service depuis le',
};
