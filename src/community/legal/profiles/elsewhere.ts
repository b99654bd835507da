import { ownRetention, type Profile } from '../profile.ts';

const document = 'The law of the place';
const section = 'as counsel names it';

/** A place whose law the program does not know: its own defaults, and grounds that counsel has to fill. */
export const elsewhere: Profile = {
  id: 'elsewhere',
  edition: '2026-11-23',
  retention: ownRetention,
  bases: [
    {
      id: 'own-danger',
      regime: 'own-law',
      document,
      section,
      isEmergency: true,
      words: {
        en: 'Somebody’s life or body is in danger, and whoever receives it can avert that.',
        ca: 'La vida o la integritat d’algú està en perill, i qui ho rep ho pot evitar.',
        es: 'La vida o la integridad de alguien está en peligro, y quien lo recibe puede evitarlo.',
        fr: 'La vie ou le corps d’une personne est en danger, et qui reçoit peut l’éviter.',
      },
    },
    {
      id: 'own-consent',
      regime: 'own-law',
      document,
      section,
      words: {
        en: 'The person concerned, or their guardian, consents.',
        ca: 'L’interessat, o qui n’exerceix la tutela, hi consent.',
        es: 'El interesado, o quien ejerce su tutela, consiente.',
        fr: 'L’intéressé, ou son tuteur, y consent.',
      },
    },
    {
      id: 'own-duty',
      regime: 'own-law',
      document,
      section,
      words: {
        en: 'A law of the place obliges or allows it; name it in the reason.',
        ca: 'Una llei del lloc hi obliga o ho permet; indiqueu-la al motiu.',
        es: 'Una ley del lugar obliga o lo permite; indíquela en el motivo.',
        fr: 'Une loi du lieu y oblige ou le permet ; nommez-la dans le motif.',
      },
    },
  ],
  answering: {
    unit: 'months',
    within: 1,
    further: 0,
    source: null,
    words: {
      en: 'Counsel names what the law of the place asks for.',
      ca: 'L’assessoria jurídica indica què demana la llei del lloc.',
      es: 'La asesoría jurídica indica qué pide la ley del lugar.',
      fr: 'Le conseil nomme ce que demande la loi du lieu.',
    },
  },
  consent: null,
};
