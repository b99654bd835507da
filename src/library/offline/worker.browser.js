// Keeps the library of one language for reading without a network. Nothing but the addresses in `kept` is ever stored:
// no report, no receipt, no form that somebody sent. The server puts the three values in place.
const version = '%version%';
const prefix = '%prefix%';
const kept = [];

const name = `${prefix}${version}`;
const atATime = 6;

const fetchInto = async (cache, address) => {
  const answer = await fetch(address, { cache: 'no-store', credentials: 'omit' });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  await cache.put(address, answer);
};

const fill = async () => {
  const cache = await caches.open(name);
  const waiting = [...kept];
  const work = async () => {
    for (let address = waiting.shift(); address; address = waiting.shift()) await fetchInto(cache, address);
  };
  try {
    await Promise.all(Array.from({ length: atATime }, work));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
};

const clearOthers = async () => {
  const names = await caches.keys();
  await Promise.all(
    names.filter((each) => each.startsWith(prefix) && each !== name).map((each) => caches.delete(each)),
  );
};

const fromCache = async (address) => await (await caches.open(name)).match(address, { ignoreSearch: true });
const notHere = async () => (await fromCache(kept[0])) ?? Response.error();

const isForEver = (url) => url.pathname.startsWith('/assets/');

const answer = async (request) => {
  const url = new URL(request.url);
  const before = isForEver(url) && (await fromCache(url.pathname));
  if (before) return before;
  try {
    return await fetch(request);
  } catch (error) {
    const found = request.method === 'GET' && (await fromCache(url.pathname));
    if (found) return found;
    if (request.mode === 'navigate') return await notHere();
    throw error;
  }
};

self.addEventListener('install', (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(clearOthers().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).origin === self.location.origin) event.respondWith(answer(event.request));
});
