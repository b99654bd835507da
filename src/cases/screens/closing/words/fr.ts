import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'closing.in-place': 'Ce qui reste en place',
  'closing.in-place-hint': 'Qui continue de parler avec qui, ce qui est convenu, ce que plus personne ne suit.',
  'closing.missing-in-place': 'Écrivez ce qui reste en place.',
  'closing.told': 'Qui est prévenu, et comment',
  'closing.told-hint': 'Un par ligne, avec deux-points entre les deux. Par exemple : La famille: par téléphone.',
  'closing.missing-told': 'Écrivez qui est prévenu et comment : un par ligne, avec deux-points entre les deux.',
  'closing.triggers': 'Ce qui ferait rouvrir le dossier',
  'closing.triggers-hint': 'Par exemple : il ne vient plus aux entretiens, une audience, un nouveau signalement.',
  'closing.missing-triggers': 'Écrivez ce qui ferait rouvrir le dossier.',
  'closing.accepted-by': 'Qui l’a accepté là-bas, par son nom',
  'closing.missing-accepted-by': 'Écrivez qui l’a accepté.',
  'closing.past': 'Comment le dossier a été clos',
  'closing.when': '{date}, par {name}',
  'closing.reopened': 'Rouvert {date}, par {name}',
  'closing.more-on-page':
    'Pour un autre motif, passez par la page du dossier, sous « {tools} » : on y demande davantage.',
  'question.title': 'Un nouveau signalement concerne ce dossier clos',
  'question.text':
    'Le signalement {number} a été rattaché à ce dossier. Demandez à la permanence ce qu’il dit. Puis rouvrez le dossier, ou dites pourquoi il reste clos.',
  'question.title-link': 'Quelqu’un de ce dossier clos a été reconnu ailleurs',
  'question.text-link':
    'Une personne de l’équipe a dit que quelqu’un de ce dossier est la même personne que dans une affaire ouverte. Voyez les personnes de ce dossier ; ce que vous ne pouvez pas ouvrir, demandez-le à la coordination. Puis rouvrez le dossier, ou dites pourquoi il reste clos.',
  'question.past-link': 'La même personne ailleurs : {answer}, dit par {name}',
  'question.due': 'Réponse',
  'question.asked-of': 'Demandé à {name}',
  'question.asked-of-coordinators': 'Demandé à la coordination',
  'question.stay': 'Il reste clos',
  'question.why': 'Pourquoi il reste clos',
  'question.missing-why': 'Écrivez pourquoi il reste clos.',
  'question.act': 'Il reste clos',
  'question.done': 'Il est inscrit que le dossier reste clos.',
  'question.past': 'Signalement {number} : {answer}, dit par {name}',
  'question.reopened': 'rouvert',
  'question.stays-closed': 'reste clos',
};
