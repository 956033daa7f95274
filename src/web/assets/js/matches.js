// Looks in the Fundus while an appeal is typed: what fits stands beside the form before colleagues are asked.

const pauseMs = 600;
const telling = ['kind', 'title', 'story', 'soughtValue', 'place', 'hashtags', 'entryId', 'photo'];

let timer;
let running;

document.addEventListener('input', (event) => {
  const form = event.target.form;
  if (!form?.querySelector('[data-matches]') || !telling.includes(event.target.name)) return;
  clearTimeout(timer);
  timer = setTimeout(() => look(form), pauseMs);
});

/** A photo has come, or gone. */
document.addEventListener(
  'photos:settled',
  ({ target: form }) => {
    if (form.querySelector('[data-matches]')) look(form);
  },
  { capture: true },
);

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-look]');
  if (!button) return;
  event.preventDefault();
  look(button.form);
});

/** A slower answer to what was typed before is dropped. */
async function look(form) {
  const shown = form.querySelector('[data-matches]');
  running?.abort();
  running = new AbortController();
  try {
    const { ok, text } = await ask(form, shown.dataset.matches, running.signal);
    if (ok) show(shown, text);
  } catch (error) {
    if (error.name !== 'AbortError') shown.replaceChildren();
  }
}

/** What was chosen stays chosen as long as it is there. */
function show(shown, text) {
  const chosen = shown.querySelector('input[name=spareId]:checked')?.value;
  shown.innerHTML = text;
  for (const input of shown.querySelectorAll('input[name=spareId]')) input.checked = input.value === chosen;
}

async function ask(form, address, signal) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (telling.includes(name)) body.append(name, value);
  const response = await fetch(address, { method: 'POST', body, signal, headers: { 'X-Fragment': 'matches' } });
  return { ok: response.ok && !response.redirected, text: await response.text() };
}
