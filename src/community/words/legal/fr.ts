import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'legal.title': 'Droit et durées',
  'legal.words':
    'La famille de droit qui s’applique ici. En découlent la durée de conservation des dossiers, les motifs de partage, le délai de réponse à l’autre partie et l’âge du consentement. Forestall propose ; il ne donne pas de conseil juridique.',
  'legal.not-chosen':
    'Personne n’a encore choisi. Le pays suggère : {profile}. Jusqu’au choix, les durées propres au programme s’appliquent.',
  'legal.unsigned':
    'Le conseil juridique de la communauté n’a pas signé ce texte du {edition}. D’ici là, tout ce qu’il dit est non vérifié.',
  'legal.signed':
    '{counsel}, {office}, a signé le texte du {edition} le {day} ; {name} l’a consigné. Ce qui n’a pas été confirmé reste non vérifié.',
  'profile.us-school': 'États-Unis : écoles et campus',
  'profile.spain': 'Espagne et Catalogne',
  'profile.france': 'France',
  'profile.european-union': 'Union européenne, autres pays',
  'profile.united-kingdom': 'Royaume-Uni',
  'profile.elsewhere': 'Un autre pays, ou aucun de ceux-ci',
  'legal.choose': 'Choisir le droit applicable',
  'legal.choose-hint':
    'Les durées que la communauté a fixées restent, jusqu’au plafond. Si les jours diminuent, ce qui est échu est détruit au prochain passage : retenez-le d’abord s’il le faut.',
  'legal.chosen': 'Le choix est enregistré ; ses durées s’appliquent dès maintenant.',
  'legal.periods': 'Combien de temps les dossiers sont gardés',
  'legal.period': 'Après',
  'legal.days': 'Jours',
  'legal.ceiling': 'Au plus',
  'legal.source': 'Où c’est écrit',
  'legal.own-proposal': 'proposition propre au programme',
  'legal.as-counsel-names-it': 'selon ce que le conseil nomme',
  'legal.change-days': 'Voir ce qui vaut ici et changer les jours',
  'legal.beyond-ceiling':
    'Un dossier, ouvert ou clos, se garde au plus les jours indiqués dès son ouverture. Avant leur terme, qui le mène dit sous son nom et avec un motif qu’il est encore nécessaire ; les jours repartent. Sinon, un dossier clos est détruit ; un dossier ouvert, jamais : il figure en retard chez la coordination et la supervision.',
  'rule.report-no-concern': 'un signalement sans inquiétude',
  'rule.report-passed-on': 'un signalement transmis ou quitté par son dossier',
  'rule.case-closed': 'un dossier clos',
  'legal.bases': 'Motifs de partage',
  'legal.bases-words': 'Selon la loi qui lie celui qui partage.',
  'legal.emergency': 'en urgence seulement',
  'legal.consent': 'Âge du consentement',
  'legal.consent-age': 'À partir de {age} ans',
  'legal.no-consent': 'Aucune loi n’est nommée ici. Demandez au conseil.',
  'legal.answering': 'Réponses à l’autre partie',
  'legal.answering-words':
    'Ce que la personne préoccupante, ou son tuteur, demande sur un dossier reçoit réponse avant ce jour.',
  'legal.answer-within': 'Réponse sous {within}',
  'legal.answer-further': 'Prolongeable une fois, de {further}.',
  'legal.answer-no-further': 'Ce délai ne se prolonge pas.',
  'legal.verified': 'confirmé',
  'legal.unverified': 'non vérifié',
  'sign.title': 'Consigner ce que le conseil a signé',
  'sign.words':
    'Donnez cette page au juriste qui conseille la communauté. Consignez ici qui a signé, quand, et exactement ce qui a été confirmé.',
  'sign.counsel': 'Nom du conseil',
  'sign.office': 'Service ou cabinet',
  'sign.day': 'Signé le',
  'sign.day-hint': 'Par exemple 2026-11-20.',
  'sign.confirmed': 'Confirmé par le conseil',
  'sign.none': 'Cochez ce que le conseil a confirmé.',
  'sign.missing': 'Écrivez au moins trois lettres.',
  'sign.act': 'Consigner la signature',
  'sign.done': 'La signature est consignée.',
  'set-up.law': 'Famille de droit',
  'set-up.law-hint':
    'Laissé vide : celle du pays. Elle fixe combien de temps les dossiers sont gardés ; le conseil la confirme ensuite, dans les réglages.',
  'set-up.usual': 'Laissé vide : {numbers}. Appelez une fois pour vérifier.',
};
