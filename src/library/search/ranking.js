import MiniSearch from 'minisearch';
import { askedIn, stemIn, wordsIn } from './folding.js';

/** The longest question that is looked at; what follows is left out. */
const longestQuestion = 200;
/** A shorter word is taken as it was typed, unless it is the last one. */
const shortestLoose = 4;
const weights = { title: 5, summary: 3, headings: 1.6, body: 1 };

const settingsIn = (language) => ({
  fields: Object.keys(weights),
  storeFields: ['title', 'url', 'excerpt', 'roles', 'phase'],
  tokenize: wordsIn,
  processTerm: stemIn(language),
  searchOptions: { processTerm: askedIn(language) },
});

const questionSettings = {
  boost: weights,
  combineWith: 'OR',
  prefix: (term, nth, terms) => term.length >= shortestLoose || nth === terms.length - 1,
  weights: { fuzzy: 0.35, prefix: 0.5 },
  bm25: { k: 1.2, b: 0.6, d: 0.3 },
};

/** An index of the documents of one language. */
export const makeIndex = (language, documents) => {
  const index = new MiniSearch(settingsIn(language));
  index.addAll(documents);
  return index;
};

/** The same index from its JSON text. */
export const readIndex = (language, json) => MiniSearch.loadJSON(json, settingsIn(language));

/** Words that no text has are looked for with other spellings too; where all are known, nothing but them is looked for. */
const search = (index, question, filter) => {
  const unknown = new Set();
  const collect = (term) => {
    if (term.length >= shortestLoose) unknown.add(term);
    return false;
  };
  const found = index.search(question, { ...questionSettings, fuzzy: collect });
  for (const { queryTerms } of found) for (const term of queryTerms) unknown.delete(term);
  if (unknown.size === 0) return found.filter(filter);
  const fuzzy = (term) => unknown.has(term) && (term.length >= 10 ? 3 : 0.2);
  return index.search(question, { ...questionSettings, fuzzy, filter });
};

const scoreOf = (found, terms) => found.score * (new Set(found.queryTerms).size / terms) ** 0.7;

/** The documents that answer a question best, the best first; the same on the server and in the browser. */
export const rank = (index, question, { role, phase, most = 20 } = {}) => {
  const fits = ({ roles, phase: of }) => (!role || roles.includes(role)) && (!phase || of === phase);
  const found = search(index, question.slice(0, longestQuestion), fits);
  const terms = Math.max(1, ...found.map(({ queryTerms }) => new Set(queryTerms).size));
  return found
    .map((each) => ({
      id: each.id,
      title: each.title,
      url: each.url,
      excerpt: each.excerpt,
      score: scoreOf(each, terms),
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id, title, url, excerpt }) => ({ id, title, url, excerpt }));
};
