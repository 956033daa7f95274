/* Shows what of the chosen catalogue entry stands on the shelf, as the page would after a reload. */

document.addEventListener('change', async (event) => {
  const place = document.querySelector('[data-entry-spares]');
  if (!place || event.target.id !== 'entryId') return;
  const address = `${place.dataset.entrySpares}?${new URLSearchParams({ entry: event.target.value })}`;
  const answer = await fetch(address);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  place.replaceChildren(...(page.querySelector('[data-entry-spares]')?.childNodes ?? []));
});
