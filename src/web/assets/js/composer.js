/* Keeps counter and preview of the composer up to date while it is typed: the server counts, as it will when it sends. */

const pauseMs = 400;
let waiting;
let asked = 0;

document.addEventListener('input', ({ target }) => {
  const form = target.closest?.('[data-composer]');
  if (!form) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => refresh(form), pauseMs);
});

async function refresh(form) {
  const turn = ++asked;
  const body = new URLSearchParams(new FormData(form));
  body.set('intent', 'preview');
  const answer = await fetch(form.action, { method: 'POST', body });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // Somebody who types on has asked anew, and a slow answer would put back what was there before.
  if (turn !== asked || !form.isConnected) return;
  for (const part of form.querySelectorAll('[data-live]')) {
    const fresh = page.querySelector(`[data-composer] [data-live="${part.dataset.live}"]`);
    if (fresh && fresh.innerHTML !== part.innerHTML) part.innerHTML = fresh.innerHTML;
  }
}
