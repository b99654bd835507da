/** Words that say little, without accents, by language; single letters never count. */
const silent = {
  en: 'a about after all also am an and any are as at be been before being but by can could did do does doing for from get had has have he her him his how i if in into is it its just me might more most my no nor not of off on or our out over own she should so some such than that the their them then there these they this those through to too under until up us very was we were what when where which who whom why will with would you your something somebody someone anybody',
  ca: 'a aixo al als amb aquell aquella aquells aquest aquesta aquestes aquests ara be cada com d de del dels des doncs durant el els em en ens entre era es esta estan et etc fa faig fan fer ha hagi han has he hem hi ho i ja jo l la les li llavors m ma me mes meu meva mi molt n ne ni no nosaltres o on para pel pels per pero perque poc podem pot puc qual quan que qui s sa se sense ser seu seva si sobre soc som son sota t ta te tinc tot tots tu un una unes uns us va vaig vam van vol vull algu alguna cosa cal',
  es: 'a al algo alguien alguna alguno ante aquel aquella asi aun aunque bien cada como con contra cual cuando cuanto de debe debo del desde donde dos e el ella ellas ellos en entre era es esa ese eso esta estan estas este esto estos fue ha hace hacer hago han has hasta hay he la las le les lo los mas me mi mis mucho muy nada ni no nos nosotros o os otra otro para pero poco por porque puede puedo que quien quiero se ser si sin sobre son soy su sus tal tambien te tengo tiene todo todos tu tus un una unas unos va voy y ya yo',
  fr: 'a afin ai alors apres au aussi autre aux avant avec avoir beaucoup bien c ca car ce cela ces cet cette chaque chez ci comme comment d dans de des deux dois doit donc dont du elle elles en encore entre est et etait ete etre eu faire fais fait faut il ils j je l la le les leur leurs lui m ma mais me meme mes moi mon n ne ni non nos notre nous on ont ou par pas peu peut peux plus pour pourquoi qu quand que quel quelle quelque quelquun quelqu quels qui quoi s sa sans se sera ses si son sont sous sur t ta te tes toi ton tous tout toute toutes tres tu un une va vais veux vos votre vous y',
};

const endings = {
  en: [
    'ational',
    'fulness',
    'iveness',
    'ations',
    'nesses',
    'ments',
    'ingly',
    'ation',
    'iness',
    'ness',
    'ment',
    'ings',
    'edly',
    'ies',
    'ing',
    'ers',
    'ely',
    'ed',
    'er',
    'es',
    'ly',
    's',
    'y',
    'e',
  ],
  ca: [
    'aments',
    'acions',
    'icions',
    'ament',
    'acio',
    'icio',
    'ments',
    'adors',
    'adora',
    'ities',
    'ment',
    'ador',
    'ions',
    'ades',
    'ides',
    'itat',
    'ant',
    'ent',
    'int',
    'ats',
    'its',
    'ada',
    'ida',
    'ies',
    'ats',
    'ar',
    'er',
    'ir',
    'at',
    'it',
    'es',
    'os',
    'io',
    'en',
    'ns',
    'a',
    'e',
    'o',
    's',
    'r',
  ],
  es: [
    'amientos',
    'imientos',
    'amiento',
    'imiento',
    'aciones',
    'iciones',
    'adoras',
    'adores',
    'mente',
    'acion',
    'icion',
    'iendo',
    'adora',
    'idades',
    'ando',
    'ador',
    'idad',
    'ados',
    'adas',
    'idos',
    'idas',
    'iones',
    'ado',
    'ada',
    'ido',
    'ida',
    'ion',
    'ar',
    'er',
    'ir',
    'an',
    'en',
    'es',
    'as',
    'os',
    'a',
    'e',
    'o',
    's',
  ],
  fr: [
    'issements',
    'issement',
    'ements',
    'ations',
    'itions',
    'ement',
    'ation',
    'ition',
    'euses',
    'ments',
    'ances',
    'ences',
    'ment',
    'euse',
    'eurs',
    'ions',
    'ance',
    'ence',
    'ites',
    'ants',
    'ente',
    'ees',
    'eur',
    'ion',
    'ite',
    'ant',
    'ent',
    'er',
    'ez',
    'ir',
    'es',
    'ee',
    'ie',
    'e',
    's',
    'x',
  ],
};

/** Other words for what the texts call differently. */
const alsoSaid = {
  en: {
    kid: 'child',
    kids: 'child',
    mum: 'parent',
    dad: 'parent',
    cop: 'police',
    cops: 'police',
    gun: 'weapon',
    shooter: 'attack',
    shooting: 'attack',
    bully: 'threat',
    suicide: 'yourself',
    disabled: 'access',
    chat: 'online',
  },
  ca: {
    nen: 'infant',
    nens: 'infants',
    nena: 'infant',
    nenes: 'infants',
    mossos: 'policia',
    poli: 'policia',
    pistola: 'arma',
    tiroteig: 'atac',
    mestre: 'docent',
    suicidi: 'mal',
    discapacitat: 'accessibilitat',
    xarxes: 'linia',
    reunificacio: 'retrobament',
    internet: 'linia',
  },
  es: {
    nino: 'menor',
    ninos: 'menores',
    chico: 'menor',
    profe: 'docente',
    poli: 'policia',
    pistola: 'arma',
    tiroteo: 'ataque',
    suicidio: 'dano',
    discapacidad: 'acceso',
    redes: 'linea',
    reunificacion: 'reencuentro',
    internet: 'linea',
  },
  fr: {
    gosse: 'enfant',
    prof: 'enseignant',
    professeur: 'enseignant',
    flic: 'police',
    pistolet: 'arme',
    fusillade: 'attaque',
    attentat: 'attaque',
    suicide: 'mal',
    handicap: 'besoins',
    internet: 'ligne',
    reseaux: 'ligne',
    reunification: 'reunir',
  },
};

/** Never shortens a word below this many letters. */
const shortestStem = 3;
const quiet = Object.fromEntries(
  Object.entries(silent).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Small letters without accents; the no-break space is a space. */
export const fold = (text) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\u00a0\u202f]/g, ' ');

export const wordsIn = (text) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * What stays of a word when its ending is gone, so that “portes” finds “porta”; null where the word says nothing. Of a
 * language that we have no endings for the whole word stays.
 */
export const stemIn = (language) => (word) => {
  if (word.length === 1 || quiet[language]?.has(word)) return null;
  if (/\d/.test(word)) return word;
  const ending = endings[language]?.find((each) => word.endsWith(each) && word.length - each.length >= shortestStem);
  const stem = ending ? word.slice(0, -ending.length) : word;
  return stem.length > shortestStem && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
};

/** What a word of a question looks for: its own stem, and that of what the texts say instead. */
export const askedIn = (language) => (word) => {
  const other = alsoSaid[language]?.[word];
  const stems = (other ? [word, other] : [word]).map(stemIn(language)).filter((stem) => stem !== null);
  return stems.length > 0 ? stems : null;
};
