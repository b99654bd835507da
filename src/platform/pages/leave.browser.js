// Lets somebody leave at once, and keeps this whole site one single entry of the tab's history, so that leaving takes it away.
// A block, since the script runs anew in the same window with each page that it draws.
{
  const own = document.currentScript.dataset;
  const leaving = () => document.querySelector('a.leave');
  const pressesToLeave = 3;
  const pressedWithin = 2_000;
  const isReading = /\/library(\/|$)/.test(location.pathname);

  /** Empties what was typed and shown before it goes, since the other page may take a while to come. */
  const leave = () => {
    const { href } = leaving();
    for (const form of document.forms) form.reset();
    document.title = '\u200b';
    document.body.replaceChildren();
    history.replaceState(null, '', location.pathname);
    location.replace(href);
  };

  let presses = [];
  const countEscape = ({ key, timeStamp }) => {
    presses = key === 'Escape' ? [...presses, timeStamp].filter((at) => timeStamp - at < pressedWithin) : [];
    if (presses.length >= pressesToLeave) leave();
  };

  const isPlain = (event) =>
    event.button === 0 &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.shiftKey &&
    !event.altKey &&
    !event.defaultPrevented;

  /** What is shown once only is not left without being asked. */
  const mayGo = () => {
    const shown = document.querySelector('[data-shown-once]');
    return shown === null || window.confirm(shown.dataset.shownOnce);
  };

  const followLink = (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || !isPlain(event)) return;
    const isWayOut = link === leaving();
    const isInside = link.origin === location.origin && !link.hasAttribute('download') && link.target === '';
    const isPlace = link.pathname === location.pathname && link.hash !== '';
    if (!isWayOut && (!isInside || isPlace || isReading)) return;
    event.preventDefault();
    if (isWayOut) leave();
    else if (mayGo()) location.replace(link.href);
  };

  /** Draws a page that came as an answer in place of this one. */
  const draw = (html) => {
    document.open();
    document.write(html);
    document.close();
    scrollTo(0, 0);
  };

  const say = (form, words) => {
    const place = form.querySelector('.sending') ?? form.appendChild(document.createElement('p'));
    place.className = 'sending';
    place.setAttribute('role', 'alert');
    place.textContent = words;
  };

  /** Sends a form so that neither what was typed nor the answer becomes an entry of the history. */
  const send = async (event) => {
    const { target: form, submitter } = event;
    if (
      isReading ||
      event.defaultPrevented ||
      form.method !== 'post' ||
      new URL(form.action).origin !== location.origin
    )
      return;
    event.preventDefault();
    if (form.getAttribute('aria-busy') === 'true') return;
    form.setAttribute('aria-busy', 'true');
    say(form, own.sending);
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, submitter) });
      if (!answer.headers.get('content-type')?.startsWith('text/html')) throw new TypeError('no page');
      const html = await answer.text();
      history.replaceState({ html }, '', new URL(form.action).pathname);
      draw(html);
    } catch {
      form.setAttribute('aria-busy', 'false');
      say(form, own.notSent);
    }
  };

  /** An answer is shown again when its page is loaded anew: a receipt is given only once. */
  const drawAgain = () => {
    const isLoad = !window.isForestallDrawn;
    window.isForestallDrawn = true;
    const [load] = performance.getEntriesByType('navigation');
    if (isLoad && load?.type === 'reload' && typeof history.state?.html === 'string') draw(history.state.html);
  };

  document.addEventListener('keydown', countEscape);
  document.addEventListener('click', followLink);
  document.addEventListener('submit', send);
  drawAgain();
}
