import type { Profile } from '../profile.ts';
import { answeringUnderGdpr, europeanBases, retentionUnderGdpr } from './european.ts';

/** France: the regulation and the directive with their national laws. */
export const france: Profile = {
  id: 'france',
  edition: '2026-11-23',
  retention: {
    ...retentionUnderGdpr,
    'report-no-concern': {
      days: 60,
      ceiling: 365,
      source: { document: 'CNIL, délibération n° 2023-064', section: 'conservation des alertes, par analogie' },
    },
  },
  bases: [
    ...europeanBases,
    {
      id: 'fr-officials',
      regime: 'french-law',
      document: 'Code de procédure pénale',
      section: 'art. 40',
      words: {
        en: 'To the public prosecutor, by a public official who learns of a crime in office.',
        ca: 'A la fiscalia, per part d’un càrrec o funcionari que coneix un delicte en l’exercici de la funció.',
        es: 'A la fiscalía, por parte de un cargo o funcionario que conoce un delito en el ejercicio de su función.',
        fr: 'Au procureur de la République, par un agent public qui acquiert la connaissance d’un crime ou d’un délit dans ses fonctions.',
      },
    },
    {
      id: 'fr-professional-secrecy',
      regime: 'french-law',
      document: 'Code pénal',
      section: 'art. 226-14',
      isEmergency: true,
      words: {
        en: 'Despite professional secrecy: violence against a child or somebody who cannot protect themselves, or a dangerous person who has or wants a weapon.',
        ca: 'Malgrat el secret professional: violència contra un infant o algú que no es pot protegir, o una persona perillosa que té o vol una arma.',
        es: 'Pese al secreto profesional: violencia contra un menor o alguien que no puede protegerse, o una persona peligrosa que tiene o quiere un arma.',
        fr: 'Malgré le secret professionnel : violences sur un mineur ou une personne hors d’état de se protéger, ou personne dangereuse qui détient une arme ou veut en acquérir une.',
      },
    },
    {
      id: 'fr-children',
      regime: 'french-law',
      document: 'Code de l’action sociale et des familles',
      section: 'art. L. 226-2-1',
      words: {
        en: 'To the department’s child protection unit, where there is worrying information about a child.',
        ca: 'A la unitat departamental de protecció de la infància, quan hi ha informació preocupant sobre un infant.',
        es: 'A la unidad departamental de protección de la infancia, cuando hay información preocupante sobre un menor.',
        fr: 'À la cellule départementale (CRIP), pour une information préoccupante sur un mineur.',
      },
    },
  ],
  answering: answeringUnderGdpr,
  consent: {
    age: 15,
    document: 'Loi n° 78-17',
    section: 'art. 45',
    words: {
      en: 'From 15 on one consents alone to services on line; before that together with a parent.',
      ca: 'A partir dels 15 anys consent un mateix per a serveis en línia; abans, juntament amb el pare o la mare.',
      es: 'Desde los 15 años consiente uno mismo para servicios en línea; antes, junto con el padre o la madre.',
      fr: 'Dès 15 ans on consent seul aux services en ligne ; avant, avec un titulaire de l’autorité parentale.',
    },
  },
};
