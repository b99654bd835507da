import type { InFourLanguages, RegimeId } from '../../contract/legal.ts';

/** Each body of law by the agencies that it binds. */
export const regimeWords: Record<RegimeId, InFourLanguages> = {
  ferpa: {
    en: 'Schools: education records (FERPA)',
    ca: 'Centres educatius: expedients acadèmics (FERPA)',
    es: 'Centros educativos: expedientes académicos (FERPA)',
    fr: 'Écoles : dossiers scolaires (FERPA)',
  },
  hipaa: {
    en: 'Health care: patient information (HIPAA)',
    ca: 'Sanitat: dades de pacients (HIPAA)',
    es: 'Sanidad: datos de pacientes (HIPAA)',
    fr: 'Santé : données des patients (HIPAA)',
  },
  '28-cfr-23': {
    en: 'Police: criminal intelligence (28 CFR Part 23)',
    ca: 'Policia: intel·ligència criminal (28 CFR, part 23)',
    es: 'Policía: inteligencia criminal (28 CFR, parte 23)',
    fr: 'Police : renseignement criminel (28 CFR, partie 23)',
  },
  'us-state-law': {
    en: 'State law on threat assessment in schools',
    ca: 'Llei estatal sobre l’avaluació d’amenaces als centres educatius',
    es: 'Ley estatal sobre la evaluación de amenazas en centros educativos',
    fr: 'Loi de l’État sur l’évaluation des menaces à l’école',
  },
  gdpr: {
    en: 'Every body but police and courts (GDPR)',
    ca: 'Tothom llevat de policia i tribunals (RGPD)',
    es: 'Todos salvo policía y tribunales (RGPD)',
    fr: 'Tous, sauf police et justice (RGPD)',
  },
  'law-enforcement-directive': {
    en: 'Police and prosecutors (Directive 2016/680)',
    ca: 'Policia i fiscalia (Directiva 2016/680)',
    es: 'Policía y fiscalía (Directiva 2016/680)',
    fr: 'Police et parquet (directive 2016/680)',
  },
  'spanish-law': {
    en: 'Spanish and Catalan law',
    ca: 'Lleis espanyoles i catalanes',
    es: 'Leyes españolas y catalanas',
    fr: 'Lois espagnoles et catalanes',
  },
  'french-law': {
    en: 'French law',
    ca: 'Lleis franceses',
    es: 'Leyes francesas',
    fr: 'Lois françaises',
  },
  'uk-gdpr': {
    en: 'Every body but police and courts (UK GDPR)',
    ca: 'Tothom llevat de policia i tribunals (RGPD del Regne Unit)',
    es: 'Todos salvo policía y tribunales (RGPD del Reino Unido)',
    fr: 'Tous, sauf police et justice (RGPD du Royaume-Uni)',
  },
  'uk-law-enforcement': {
    en: 'Police and prosecutors in the United Kingdom',
    ca: 'Policia i fiscalia al Regne Unit',
    es: 'Policía y fiscalía en el Reino Unido',
    fr: 'Police et parquet au Royaume-Uni',
  },
  'own-law': {
    en: 'The law of the place, as counsel names it',
    ca: 'La llei del lloc, tal com la indiqui l’assessoria jurídica',
    es: 'La ley del lugar, tal como la indique la asesoría jurídica',
    fr: 'La loi du lieu, telle que le conseil la nomme',
  },
};
