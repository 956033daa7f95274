/* One more row in a list of fields: a copy of the last one, emptied. */

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-add-row]');
  if (!button) return;
  const rows = button.parentElement.querySelector('[data-rows]');
  const row = rows.lastElementChild.cloneNode(true);
  for (const input of row.querySelectorAll('input')) input.value = '';
  rows.append(row);
  row.querySelector('input').focus();
});
