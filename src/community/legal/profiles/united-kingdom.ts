import { answeringUnder, type Profile, retentionUnder } from '../profile.ts';

const gdpr = 'UK GDPR';
const act = 'Data Protection Act 2018';

/** The United Kingdom: its own regulation, the Act of 2018, and the power to tell police and councils. */
export const unitedKingdom: Profile = {
  id: 'united-kingdom',
  edition: '2026-11-23',
  retention: retentionUnder({ document: gdpr, section: 'Art. 5(1)(e)' }),
  bases: [
    {
      id: 'uk-vital-interests',
      regime: 'uk-gdpr',
      document: gdpr,
      section: 'Art. 6(1)(d), 9(2)(c)',
      isEmergency: true,
      words: {
        en: 'To protect somebody’s life or body, the person concerned or another.',
        ca: 'Per protegir la vida o la integritat d’algú, l’interessat o un altre.',
        es: 'Para proteger la vida o la integridad de alguien, el interesado u otra persona.',
        fr: 'Pour protéger la vie ou le corps d’une personne, l’intéressé ou autrui.',
      },
    },
    {
      id: 'uk-public-task',
      regime: 'uk-gdpr',
      document: gdpr,
      section: 'Art. 6(1)(e)',
      words: {
        en: 'For a public task with a basis in law; name that law in the reason.',
        ca: 'Per a una tasca pública amb base legal; indiqueu la llei al motiu.',
        es: 'Para una tarea pública con base legal; indique la ley en el motivo.',
        fr: 'Pour une mission publique fondée en droit ; nommez la loi dans le motif.',
      },
    },
    {
      id: 'uk-safeguarding',
      regime: 'uk-gdpr',
      document: act,
      section: 'Sch. 1 para. 18',
      words: {
        en: 'To safeguard a child or an adult at risk, also about health or beliefs, where asking for consent would defeat it.',
        ca: 'Per protegir un infant o un adult en risc, també de salut o creences, quan demanar consentiment ho faria impossible.',
        es: 'Para proteger a un menor o a un adulto en riesgo, también de salud o creencias, cuando pedir consentimiento lo haría imposible.',
        fr: 'Pour protéger un enfant ou un adulte vulnérable, même sur la santé ou les convictions, si demander son accord l’empêcherait.',
      },
    },
    {
      id: 'uk-crime',
      regime: 'uk-gdpr',
      document: act,
      section: 'Sch. 2 para. 2',
      words: {
        en: 'To prevent or detect crime, as far as keeping to the usual rules would hinder it.',
        ca: 'Per prevenir o detectar delictes, en la mesura que les regles habituals ho impedirien.',
        es: 'Para prevenir o detectar delitos, en la medida en que las reglas habituales lo impedirían.',
        fr: 'Pour prévenir ou déceler un crime, dans la mesure où les règles ordinaires l’entraveraient.',
      },
    },
    {
      id: 'uk-crime-and-disorder',
      regime: 'uk-gdpr',
      document: 'Crime and Disorder Act 1998',
      section: 's. 115',
      words: {
        en: 'To police, council, probation or health authority, where the Act’s purposes need it.',
        ca: 'A la policia, l’ajuntament, els serveis de llibertat vigilada o l’autoritat sanitària, quan calgui per als fins de la llei.',
        es: 'A la policía, el ayuntamiento, los servicios de libertad vigilada o la autoridad sanitaria, cuando lo exijan los fines de la ley.',
        fr: 'À la police, à la commune, à la probation ou à l’autorité de santé, si les buts de la loi l’exigent.',
      },
    },
    {
      id: 'uk-police-task',
      regime: 'uk-law-enforcement',
      document: act,
      section: 's. 35, 38',
      words: {
        en: 'By police for a law enforcement purpose; what is fact and what is judgement stays apart.',
        ca: 'Per part de la policia amb finalitat policial; els fets i les valoracions no es barregen.',
        es: 'Por parte de la policía con finalidad policial; hechos y valoraciones no se mezclan.',
        fr: 'Par la police à des fins répressives ; faits et appréciations restent séparés.',
      },
    },
  ],
  answering: answeringUnder({ document: gdpr, section: 'Art. 12(3)' }),
  consent: {
    age: 13,
    document: act,
    section: 's. 9',
    words: {
      en: 'From 13 on one consents alone to services on line; before that whoever has parental responsibility.',
      ca: 'A partir dels 13 anys consent un mateix per a serveis en línia; abans, qui té la responsabilitat parental.',
      es: 'Desde los 13 años consiente uno mismo para servicios en línea; antes, quien tiene la responsabilidad parental.',
      fr: 'Dès 13 ans on consent seul aux services en ligne ; avant, qui a la responsabilité parentale.',
    },
  },
};
