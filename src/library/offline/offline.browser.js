// Keeps the library of the page's language on the device, where the browser can; the page works the same without.
const language = document.documentElement.lang;
const scope = `/${language}/library`;
const doors = document.getElementById('offline-doors');
const said = document.getElementById('offline-said');

const register = () => navigator.serviceWorker.register(`${scope}/offline-worker.js`, { scope });

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
  const isKept = await register().then(ready, () => false);
  said.textContent = isKept ? doors.dataset.kept : doors.dataset.notKept;
};

const forget = async () => {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await registration?.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`library-${language}-`)).map((name) => caches.delete(name)));
  said.textContent = doors.dataset.forgotten;
};

if ('serviceWorker' in navigator && window.isSecureContext) {
  register()
    .then(askForNewer)
    .catch(() => {});
  if (doors && said) {
    doors.hidden = false;
    document.getElementById('offline-keep').addEventListener('click', keep);
    document.getElementById('offline-forget').addEventListener('click', forget);
  }
}
