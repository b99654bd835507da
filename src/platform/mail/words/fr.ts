import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'mail.report-waiting.subject': 'Le signalement {number} vous attend ({urgency})',
  'mail.report-waiting.text': 'Un signalement est arrivé et vous attend, car vous êtes de permanence : {link}',
  'mail.reporter-wrote.subject': 'L’auteur du signalement {number} a écrit de nouveau ({urgency})',
  'mail.reporter-wrote.text': 'La personne qui a signalé a ajouté quelque chose. Ouvrez le signalement : {link}',
  'mail.report-climbed.subject':
    'Le signalement {number} n’a pas été traité à temps : il est désormais le vôtre ({urgency})',
  'mail.report-climbed.text': 'Le délai de ce signalement est dépassé et il remonte jusqu’à vous. Ouvrez-le : {link}',
  'mail.oversight-climbed.subject': 'Le signalement {number} est remonté à la coordination ({urgency})',
  'mail.oversight-climbed.text':
    'Personne ne l’a traité à temps. Vous voyez qu’il est remonté, non ce qu’il dit : {link}',
  'mail.handover-overdue.subject': 'Personne n’a accepté ce qui a été transmis du signalement {number}',
  'mail.handover-overdue.text':
    'Ce qui a quitté le bureau n’a encore personne de nommé. Appelez, ou reprenez-le : {link}',
  'mail.lead-offered.subject': 'On vous demande de conduire le dossier {number}',
  'mail.lead-offered.text': 'Acceptez ou refusez dans Ma journée : {link}',
  'mail.offer-accepted.subject': 'Votre proposition pour le dossier {number} est acceptée',
  'mail.offer-accepted.text': 'Une autre personne conduit désormais le dossier : {link}',
  'mail.offer-declined.subject': 'Votre proposition pour le dossier {number} est refusée',
  'mail.offer-declined.text': 'La même personne conduit toujours le dossier. Demandez à quelqu’un d’autre : {link}',
  'mail.offer-lapsed.subject': 'Votre proposition pour le dossier {number} a expiré',
  'mail.offer-lapsed.text': 'Personne n’a répondu à temps ; vous conduisez toujours le dossier : {link}',
  'mail.now-lead.subject': 'Vous conduisez désormais le dossier {number}',
  'mail.now-lead.text': 'Le suivi est le vôtre jusqu’à ce qu’une autre personne l’accepte : {link}',
  'mail.now-deputy.subject': 'Vous êtes désormais suppléant du dossier {number}',
  'mail.now-deputy.text': 'Vous agissez quand la personne responsable est absente : {link}',
  'mail.action-assigned.subject': 'Une tâche vous attend dans le dossier {number}',
  'mail.action-assigned.text': 'Voyez laquelle et pour quand : {link}',
  'mail.action-overdue.subject': 'Une tâche du dossier {number} est en retard',
  'mail.action-overdue.text': 'Indiquez le résultat, ou confiez-la à quelqu’un d’autre : {link}',
  'mail.review-overdue.subject': 'La révision du dossier {number} est en retard',
  'mail.review-overdue.text': 'Revoyez le dossier et fixez la prochaine date : {link}',
  'mail.urgency.immediate': 'immédiat',
  'mail.urgency.urgent': 'urgent',
  'mail.urgency.unsorted': 'non trié',
  'mail.urgency.routine': 'ordinaire',
};
