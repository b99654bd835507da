import type { en } from './en.ts';

export const fr: Record<keyof typeof en, string> = {
  'staffing.title':
    '{count, plural, one {Une promesse ne peut être tenue avec les personnes présentes} other {# promesses ne peuvent être tenues avec les personnes présentes}}',
  'staffing.second-officer':
    'Il n’y a pas de seconde personne : un signalement sans réponse ne peut monter vers personne. Confiez le bureau à quelqu’un d’autre.',
  'staffing.cover-for-recusal':
    'Personne ne peut remplacer au bureau quand quelqu’un doit s’écarter ou est absent. Il faut une troisième personne, ou une prêtée par une communauté partenaire.',
  'staffing.lead-and-deputy':
    'Un dossier demande un responsable et un suppléant, deux personnes différentes. Il n’y en a qu’une.',
  'staffing.two-raters': 'Le niveau de préoccupation demande deux évaluateurs. Il n’y en a qu’un.',
  'staffing.two-sides':
    'Une identité scellée ne s’ouvre qu’avec un gardien et un superviseur. L’un des deux manque : aucune ne peut être reçue.',
  'staffing.oversight':
    'Personne ne voit de l’extérieur que les choses sont faites. Une communauté partenaire peut prêter un superviseur.',
  'staffing.vouching':
    'Si l’un de ceux qui peuvent se porter garants perd tout accès, il n’y en a pas deux autres : seuls ses codes ou le jeu de récupération aident. Il faut trois personnes de coordination, d’administration ou gardiennes.',
  'staffing.second-coordinator':
    'Il n’y a qu’un coordinateur : tout ce qui monte finit chez lui, la nuit et en congé aussi. Nommez-en un second, ou confiez des heures convenues à une communauté partenaire.',
};
