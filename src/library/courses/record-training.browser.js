// Offers staff to keep a training record: nothing is asked of the server before they press the button.
const section = document.getElementById('staff-record');
const button = document.getElementById('record');
const said = document.getElementById('recorded');

const answers = () => Object.fromEntries(button.dataset.answers.split(' ').map((answer) => answer.split(':')));

const send = async (token) => {
  const body = JSON.stringify({ courseId: button.dataset.course, answers: answers() });
  const headers = { 'content-type': 'application/json', 'x-csrf-token': token };
  const sent = await fetch('/api/v1/library/training', { method: 'POST', headers, body });
  if (!sent.ok) throw new Error('refused');
  const { records } = await sent.json();
  return records.find(({ courseId }) => courseId === button.dataset.course).renewBy;
};

/** English is written the British way, as on every page. */
const locale = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
const day = (at) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(at));

const record = async () => {
  button.disabled = true;
  try {
    const session = await fetch('/api/v1/session');
    if (session.status === 401) throw new Error('not signed in');
    const { csrfToken } = await session.json();
    said.textContent = button.dataset.kept.replace('%', day(await send(csrfToken)));
    button.hidden = true;
  } catch (error) {
    said.textContent = error.message === 'not signed in' ? button.dataset.signIn : button.dataset.failed;
  }
  button.disabled = false;
};

if (section && button && said) {
  section.hidden = false;
  button.addEventListener('click', record);
}
