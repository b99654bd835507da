import type { Profile } from '../profile.ts';
import { answeringUnderGdpr, europeanBases, retentionUnderGdpr } from './european.ts';

/** Spain and Catalonia: the regulation and the directive with their national laws. */
export const spain: Profile = {
  id: 'spain',
  edition: '2026-11-23',
  retention: retentionUnderGdpr,
  bases: [
    ...europeanBases,
    {
      id: 'es-police-request',
      regime: 'spanish-law',
      document: 'Ley Orgánica 7/2021',
      section: 'art. 7',
      words: {
        en: 'To judges, prosecutors or police who ask for it, in writing and with reasons, to prevent or investigate crime or against a real and serious danger to public safety.',
        ca: 'A jutges, fiscalia o policia que ho demanen, per escrit i amb motius, per prevenir o investigar delictes o davant d’un perill real i greu per a la seguretat pública.',
        es: 'A jueces, fiscalía o policía que lo piden, por escrito y con motivos, para prevenir o investigar delitos o ante un peligro real y grave para la seguridad pública.',
        fr: 'Aux juges, au parquet ou à la police qui le demandent par écrit et avec motifs, pour prévenir ou enquêter, ou face à un danger réel et grave pour la sécurité publique.',
      },
    },
    {
      id: 'es-children',
      regime: 'spanish-law',
      document: 'Ley Orgánica 8/2021',
      section: 'arts. 15, 16',
      words: {
        en: 'To the authorities, where there are signs of violence against a child; whoever works with children must.',
        ca: 'A les autoritats, quan hi ha indicis de violència contra un infant o adolescent; qui hi treballa hi està obligat.',
        es: 'A las autoridades, cuando hay indicios de violencia contra un menor; quien trabaja con menores está obligado.',
        fr: 'Aux autorités, s’il y a des signes de violence contre un enfant ; qui travaille avec des enfants y est tenu.',
      },
    },
    {
      id: 'es-crime',
      regime: 'spanish-law',
      document: 'Ley de Enjuiciamiento Criminal',
      section: 'arts. 259, 262',
      words: {
        en: 'To police, prosecutors or a court, where one learns of a crime in one’s post or profession.',
        ca: 'A la policia, la fiscalia o el jutjat, quan es coneix un delicte pel càrrec o la professió.',
        es: 'A la policía, la fiscalía o el juzgado, cuando se conoce un delito por el cargo o la profesión.',
        fr: 'À la police, au parquet ou au tribunal, si l’on apprend un crime par sa fonction ou sa profession.',
      },
    },
    {
      id: 'ct-children',
      regime: 'spanish-law',
      document: 'Llei 14/2010, Catalunya',
      section: 'art. 100',
      words: {
        en: 'In Catalonia, to social services or the child protection body, where a child is at risk.',
        ca: 'A Catalunya, als serveis socials o a l’organisme de protecció, quan un infant o adolescent està en risc.',
        es: 'En Cataluña, a los servicios sociales o al organismo de protección, cuando un menor está en riesgo.',
        fr: 'En Catalogne, aux services sociaux ou à l’organisme de protection, si un enfant est en danger.',
      },
    },
  ],
  answering: answeringUnderGdpr,
  consent: {
    age: 14,
    document: 'Ley Orgánica 3/2018',
    section: 'art. 7',
    words: {
      en: 'From 14 on one consents alone; before that whoever holds parental authority or guardianship.',
      ca: 'A partir dels 14 anys consent un mateix; abans, qui té la pàtria potestat o la tutela.',
      es: 'Desde los 14 años consiente uno mismo; antes, quien tiene la patria potestad o la tutela.',
      fr: 'Dès 14 ans on consent seul ; avant, qui exerce l’autorité parentale ou la tutelle.',
    },
  },
};
