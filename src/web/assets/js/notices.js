/* An appeal that is looked at has its news read. A GET changes nothing, so the page says it with the form it has. */

document.addEventListener('turbo:load', async () => {
  const form = document.querySelector('[data-read-notices]');
  if (!form) return;
  const body = new URLSearchParams(new FormData(form));
  body.set('from', 'list');
  const answer = await fetch(form.action, { method: 'POST', body });
  if (!answer.ok) return;
  // Keeps its room, so that nothing below moves.
  form.querySelector('button').classList.add('news__done');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const bell = page.getElementById('bell');
  if (bell) document.getElementById('bell')?.replaceWith(bell);
});
