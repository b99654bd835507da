// Keeps the library of the page's language on the device, where the browser can; the page works the same without. Beside
// the texts of a language that a community added, those of the language that stands in for it are kept too.
const [, base = '', written = ''] = /^(\/[a-z0-9-]{3,})?\/([a-z]{2})\/library(?=\/|$)/.exec(location.pathname) ?? [];
const places = [...new Set([written, document.documentElement.lang])].map((code) => ({
  scope: `${base}/${code}/library`,
  caches: `library-${base === '' ? code : `${base}/${code}`}-`,
}));
const doors = document.getElementById('offline-doors');
const said = document.getElementById('offline-said');

const register = ({ scope }) => navigator.serviceWorker.register(`${scope}/offline-worker.js`, { scope });

// A browser left to itself asks for a newer state some time after a visit, and waits anew at each further visit.
const askForNewer = async (registration) => {
  if (registration.active) await registration.update();
};

const ready = async (registration) => {
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return registration.active !== null;
  return await new Promise((resolve) => {
    const look = () => {
      if (['activated', 'redundant'].includes(worker.state)) resolve(worker.state === 'activated');
    };
    worker.addEventListener('statechange', look);
    look();
  });
};

const keep = async () => {
  const kept = await Promise.all(places.map((place) => register(place).then(ready, () => false)));
  said.textContent = kept.every(Boolean) ? doors.dataset.kept : doors.dataset.notKept;
};

const forgetPlace = async ({ scope, caches: prefix }) => {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await registration?.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
};

const forget = async () => {
  await Promise.all(places.map(forgetPlace));
  said.textContent = doors.dataset.forgotten;
};

if ('serviceWorker' in navigator && window.isSecureContext && written !== '') {
  for (const place of places)
    register(place)
      .then(askForNewer)
      .catch(() => {});
  if (doors && said) {
    doors.hidden = false;
    document.getElementById('offline-keep').addEventListener('click', keep);
    document.getElementById('offline-forget').addEventListener('click', forget);
  }
}
