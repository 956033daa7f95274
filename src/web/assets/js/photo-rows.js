/* Photos that are in a form already: moved, by button or by hand, and removed. */

const rowAround = (event) => event.target.closest?.('[data-photo-row]');

function remove(row) {
  const field = row.closest('[data-photo-field]');
  const next = row.nextElementSibling ?? row.previousElementSibling;
  row.dispatchEvent(new CustomEvent('photo:cancel'));
  row.remove();
  (next?.querySelector('[data-photo-remove]') ?? field.querySelector('input[type=file]')).focus();
  field.closest('form').dispatchEvent(new CustomEvent('photos:settled'));
}

function move(row, button) {
  const step = Number(button.dataset.photoMove);
  const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (step < 0) other.before(row);
  else other.after(row);
  button.focus();
}

document.addEventListener('click', (event) => {
  const row = rowAround(event);
  const mover = event.target.closest?.('[data-photo-move]');
  if (row && event.target.closest('[data-photo-remove]')) remove(row);
  else if (row && mover) move(row, mover);
});

/** The row that is dragged takes the place of the one it is over. */
let dragged;
document.addEventListener('dragstart', (event) => {
  dragged = rowAround(event);
  if (dragged) dragged.closest('[data-photo-field]').dataset.moving = '';
});
document.addEventListener('dragend', () => {
  if (dragged) delete dragged.closest('[data-photo-field]').dataset.moving;
  dragged = undefined;
});
document.addEventListener('dragover', (event) => {
  const over = dragged && rowAround(event);
  if (!over || over.parentElement !== dragged.parentElement) return;
  event.preventDefault();
  const rows = [...over.parentElement.children];
  if (rows.indexOf(over) < rows.indexOf(dragged)) over.before(dragged);
  else if (over !== dragged) over.after(dragged);
});
document.addEventListener('drop', (event) => {
  if (dragged && rowAround(event)) event.preventDefault();
});
