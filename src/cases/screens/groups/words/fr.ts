import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'groups.title': 'Groupes',
  'groups.about':
    'Là où la loi le permet, vous pouvez noter dans un dossier à quel groupe appartient la personne qui préoccupe, pour voir si certains groupes sont traités autrement. Seule la supervision le compte, une fois par an, et les petits nombres sont réservés. Personne ne le lit à côté d’un niveau de préoccupation.',
  'groups.off-now': 'Aucun groupe n’est noté ici.',
  'groups.on-now': 'Des groupes sont notés ici, en vertu de : {ground}.',
  'groups.verified': 'Confirmé : {counsel}',
  'groups.unverified': 'Pas encore confirmé par le conseil juridique.',
  'groups.changed': 'Dernier changement : {name},',
  'groups.is-on': 'Noter des groupes dans les dossiers',
  'groups.off-hint':
    'Une fois désactivé, tout ce qui est noté dans les dossiers est détruit aussitôt. Les années déjà comptées restent.',
  'groups.document': 'La loi qui le permet : document',
  'groups.document-hint':
    'Par exemple une loi sur la protection des données, ou celle qui oblige à rendre compte de ces chiffres.',
  'groups.section': 'Article ou section',
  'groups.counsel': 'Confirmé par le conseil juridique : qui et quand',
  'groups.heading': 'Selon quoi les groupes sont formés',
  'groups.heading-hint': 'Par exemple : langue parlée à la maison.',
  'groups.list': 'Les groupes, un par ligne',
  'groups.list-hint':
    'Après deux-points, combien de personnes de la communauté y appartiennent, si vous le savez : « Catalan : 5200 ». Un groupe renommé ou retiré compte comme non noté.',
  'groups.threshold': 'Plus petit nombre montré',
  'groups.threshold-hint': '11 au départ, comme le demande la règle du bureau Medicare des États-Unis. 5 au moins.',
  'groups.not-a-number': 'Écrivez un nombre entier de 5 à 100.',
  'groups.wrong-line': 'Écrivez un groupe par ligne et, après les deux-points, un nombre entier.',
  'groups.needed': 'À remplir avant l’activation.',
  'groups.two-at-least': 'Nommez au moins deux groupes.',
  'groups.act': 'Enregistrer',
  'groups.done': 'Les groupes sont enregistrés.',
  'groups.yes': 'Activé',
  'groups.no': 'Désactivé',
  'group.title': 'Groupe',
  'group.about':
    'C’est facultatif, et seulement comme la personne le dit ou d’après un registre que vous pouvez utiliser. Ne devinez jamais. Le responsable et son adjoint le voient, personne d’autre ; la page du dossier ne le montre pas.',
  'group.off': 'Aucun groupe n’est noté dans cette communauté.',
  'group.none': 'Rien n’est noté.',
  'group.now': 'Noté : {name}',
  'group.by': 'par {name},',
  'group.choose-hint': 'Laissez vide pour retirer ce qui est noté.',
  'group.act': 'Noter',
  'group.done': 'C’est noté.',
  'group.closed': 'Le dossier est clos : rien n’est plus noté.',
};
