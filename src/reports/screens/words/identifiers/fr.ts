import type { en } from './en.ts';
export const fr: Record<keyof typeof en, string> = {
  'identifier.title': 'Noter un identifiant',
  'identifier.field': 'Ce que c’est',
  'identifier.value': 'Tel qu’il y figure',
  'identifier.name': 'Nom et prénom',
  'identifier.phone': 'Numéro de téléphone',
  'identifier.plate': 'Plaque',
  'identifier.account': 'Compte ou appareil',
  'identifier.act': 'Noter',
  'identifier.done': 'C’est noté.',
  'identifier.remove': 'Retirer {value}',
  'identifier.removed': 'Il a été retiré.',
  'identifier.missing-field': 'Dites ce que c’est.',
  'identifier.missing-value': 'Écrivez au moins trois caractères.',
};
