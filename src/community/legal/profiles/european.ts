import { answeringUnder, type Basis, type Profile, retentionUnder } from '../profile.ts';

const gdpr = 'GDPR, Regulation (EU) 2016/679';
const directive = 'Directive (EU) 2016/680';

/** Kept no longer than the purpose needs: the days themselves are the program's proposal. */
export const retentionUnderGdpr = retentionUnder({ document: gdpr, section: 'Art. 5(1)(e)' });

/** One month, put off by two at most. */
export const answeringUnderGdpr = answeringUnder({ document: gdpr, section: 'Art. 12(3)' });

/** The grounds that hold in every country of the regulation and of the directive. */
export const europeanBases: readonly Basis[] = [
  {
    id: 'gdpr-vital-interests',
    regime: 'gdpr',
    document: gdpr,
    section: 'Art. 6(1)(d), 9(2)(c)',
    isEmergency: true,
    words: {
      en: 'To protect somebody’s life or body, the person concerned or another; of health or beliefs only if that person cannot consent.',
      ca: 'Per protegir la vida o la integritat d’algú, l’interessat o un altre; de salut o creences, només si l’interessat no pot consentir.',
      es: 'Para proteger la vida o la integridad de alguien, el interesado u otra persona; de salud o creencias, solo si el interesado no puede consentir.',
      fr: 'Pour protéger la vie ou le corps d’une personne, l’intéressé ou autrui ; sur la santé ou les convictions, seulement si l’intéressé ne peut consentir.',
    },
  },
  {
    id: 'gdpr-public-task',
    regime: 'gdpr',
    document: gdpr,
    section: 'Art. 6(1)(e), 6(3), 9(2)(g)',
    words: {
      en: 'For a public task that a law gives to whoever shares or to whoever receives; name that law in the reason.',
      ca: 'Per a una tasca pública que una llei encarrega a qui comparteix o a qui rep; indiqueu aquesta llei al motiu.',
      es: 'Para una tarea pública que una ley encarga a quien comparte o a quien recibe; indique esa ley en el motivo.',
      fr: 'Pour une mission publique qu’une loi confie à qui partage ou à qui reçoit ; nommez cette loi dans le motif.',
    },
  },
  {
    id: 'gdpr-legal-obligation',
    regime: 'gdpr',
    document: gdpr,
    section: 'Art. 6(1)(c)',
    words: {
      en: 'Because a law obliges us to tell; name that law in the reason.',
      ca: 'Perquè una llei ens obliga a comunicar-ho; indiqueu-la al motiu.',
      es: 'Porque una ley nos obliga a comunicarlo; indíquela en el motivo.',
      fr: 'Parce qu’une loi nous oblige à le dire ; nommez-la dans le motif.',
    },
  },
  {
    id: 'gdpr-consent',
    regime: 'gdpr',
    document: gdpr,
    section: 'Art. 6(1)(a), 7, 9(2)(a)',
    words: {
      en: 'With the free consent of the person concerned, on record, which can be taken back.',
      ca: 'Amb el consentiment lliure de l’interessat, que consta i es pot retirar.',
      es: 'Con el consentimiento libre del interesado, que consta y se puede retirar.',
      fr: 'Avec le consentement libre de l’intéressé, consigné, et qui peut être retiré.',
    },
  },
  {
    id: 'led-task',
    regime: 'law-enforcement-directive',
    document: directive,
    section: 'Art. 8, 9',
    words: {
      en: 'By police or prosecutors, where national law gives them the task; what is fact and what is judgement stays apart (Art. 7).',
      ca: 'Per part de policia o fiscalia, quan la llei nacional els dona la tasca; els fets i les valoracions no es barregen (art. 7).',
      es: 'Por parte de policía o fiscalía, cuando la ley nacional les da la tarea; hechos y valoraciones no se mezclan (art. 7).',
      fr: 'Par la police ou le parquet, lorsque la loi nationale leur en donne la mission ; faits et appréciations restent séparés (art. 7).',
    },
  },
  {
    id: 'led-vital-interests',
    regime: 'law-enforcement-directive',
    document: directive,
    section: 'Art. 10(b)',
    isEmergency: true,
    words: {
      en: 'By police, also about health or beliefs, where it is strictly necessary to protect somebody’s life or body.',
      ca: 'Per part de la policia, també de salut o creences, quan és estrictament necessari per protegir la vida o la integritat d’algú.',
      es: 'Por parte de la policía, también de salud o creencias, cuando es estrictamente necesario para proteger la vida o la integridad de alguien.',
      fr: 'Par la police, même sur la santé ou les convictions, si c’est strictement nécessaire pour protéger la vie ou le corps d’une personne.',
    },
  },
];

/** Countries of the regulation that have no profile of their own here. */
export const europeanUnion: Profile = {
  id: 'european-union',
  edition: '2026-11-23',
  retention: retentionUnderGdpr,
  bases: europeanBases,
  answering: answeringUnderGdpr,
  consent: {
    age: 16,
    document: gdpr,
    section: 'Art. 8(1)',
    words: {
      en: 'For services on line, 16 unless the country chose less, 13 at least; before that a parent or guardian. Counsel names the country’s own age.',
      ca: 'Per a serveis en línia, 16 anys si el país no ha triat menys, com a mínim 13; abans, qui té la pàtria potestat o la tutela. L’assessoria jurídica indica l’edat del país.',
      es: 'Para servicios en línea, 16 años si el país no ha elegido menos, como mínimo 13; antes, quien tiene la patria potestad o la tutela. La asesoría jurídica indica la edad del país.',
      fr: 'Pour les services en ligne, 16 ans sauf si le pays a choisi moins, 13 au minimum ; avant, un parent ou tuteur. Le conseil indique l’âge du pays.',
    },
  },
};
