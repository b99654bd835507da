import { rank, readIndex } from '../search/ranking.js';

const form = document.getElementById('library-search');
const { language } = form.dataset;
const list = document.getElementById('found');
const count = document.getElementById('count');
const counts = JSON.parse(count.dataset.counts);

let index;

/** Fetched once, as soon as somebody is about to type. */
const openIndex = () => {
  index ??= fetch(location.pathname.replace(/\/search$/, '/search-index.json'))
    .then((answer) => answer.text())
    .then((json) => readIndex(language, json));
  index.catch(() => {
    index = undefined;
  });
  return index;
};

/** What stands before the addresses of this community: the index names its pages as if the community stood alone. */
const base = location.pathname.replace(/\/[a-z]{2}\/library\/search$/, '');

const entry = ({ title, url, excerpt }) => {
  const item = document.createElement('li');
  const link = Object.assign(document.createElement('a'), { href: `${base}${url}`, textContent: title });
  const words = Object.assign(document.createElement('p'), { textContent: excerpt });
  item.append(link, words);
  return item;
};

const answer = async () => {
  const { q, role, phase } = Object.fromEntries(new FormData(form));
  if (q.trim() === '') return;
  const results = rank(await openIndex(), q, { role, phase });
  if (q !== form.elements.q.value) return;
  list.replaceChildren(...results.map(entry));
  count.textContent = counts[results.length];
  document.getElementById('nothing')?.remove();
};

form.addEventListener('focusin', () => openIndex().catch(() => {}), { once: true });
form.addEventListener('input', () => answer().catch(() => {}));

// A page that was kept for reading without a network is the same for every question: it finds its own in the address.
const asked = new URLSearchParams(location.search).get('q') ?? '';
if (asked !== '' && form.elements.q.value === '') {
  form.elements.q.value = asked;
  answer().catch(() => {});
}
