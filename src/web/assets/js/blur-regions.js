/* Marks parts of a photo by drawing over it, or by keys; the numbers below are what is sent. Without this they are typed. */

const edges = ['left', 'top', 'width', 'height'];
/** Percent; a slip of the finger is no part. */
const smallest = 0.5;
/** In percent: where a part begins that was not drawn. */
const inTheMiddle = ['40', '40', '20', '20'];

/** @type {{form: HTMLFormElement, row: HTMLInputElement[], from: number[]} | null} what is being drawn */
let drawing = null;

/** The fields of each part, in the order of `edges`. */
function rowsOf(form) {
  const columns = edges.map((edge) => [...form.querySelectorAll(`input[name=${edge}]`)]);
  return columns[0].map((_, at) => columns.map((column) => column[at]));
}

const isEmpty = (row) => row.every(({ value }) => value.trim() === '');
const numberOf = ({ value }) => Number(value.replace(',', '.'));
const clear = (row) => write(row, ['', '', '', '']);

function write(row, values) {
  for (const [at, field] of row.entries()) field.value = values[at];
}

function redraw(form) {
  const rows = rowsOf(form);
  for (const [at, mark] of [...form.querySelectorAll('rect')].entries()) {
    const values = rows[at].map((field) => numberOf(field) || 0);
    for (const [index, name] of ['x', 'y', 'width', 'height'].entries()) mark.setAttribute(name, values[index]);
  }
  form.querySelector('[data-blur-add]').disabled = !rows.some(isEmpty);
}

/** Where a pointer is, in percent of the photo. */
function spot(stage, { clientX, clientY }) {
  const { left, top, width, height } = stage.getBoundingClientRect();
  return [((clientX - left) / width) * 100, ((clientY - top) / height) * 100].map((at) =>
    Math.min(100, Math.max(0, Math.round(at * 10) / 10)),
  );
}

document.addEventListener('pointerdown', (event) => {
  const stage = event.button === 0 && event.target.closest?.('[data-blur-stage]');
  if (!stage) return;
  const form = stage.closest('[data-blur]');
  const row = rowsOf(form).find(isEmpty);
  if (!row) return;
  event.preventDefault();
  stage.setPointerCapture(event.pointerId);
  drawing = { form, stage, row, from: spot(stage, event) };
});

document.addEventListener('pointermove', (event) => {
  if (!drawing) return;
  const { form, stage, row, from } = drawing;
  const to = spot(stage, event);
  const start = from.map((at, axis) => Math.min(at, to[axis]));
  const extent = from.map((at, axis) => Math.abs(at - to[axis]).toFixed(1));
  write(
    row,
    [...start, ...extent].map((number) => String(Number(number))),
  );
  redraw(form);
});

for (const type of ['pointerup', 'pointercancel']) {
  document.addEventListener(type, () => {
    if (!drawing) return;
    const { form, row } = drawing;
    drawing = null;
    if (numberOf(row[2]) < smallest || numberOf(row[3]) < smallest) clear(row);
    redraw(form);
  });
}

document.addEventListener('click', (event) => {
  const form = event.target.closest?.('[data-blur-undo]')?.closest('[data-blur]');
  const last = form && rowsOf(form).findLast((row) => !isEmpty(row));
  if (!last) return;
  clear(last);
  redraw(form);
});

document.addEventListener('click', (event) => {
  const form = event.target.closest?.('[data-blur-add]')?.closest('[data-blur]');
  const row = form && rowsOf(form).find(isEmpty);
  if (!row) return;
  write(row, inTheMiddle);
  redraw(form);
  form.querySelector('[data-blur-numbers]').open = true;
  row[0].focus();
});

/** A part stays on the photo: how far a number may go depends on the one it goes along with. */
function stepped(row, at, by) {
  const [own, other] = [numberOf(row[at]), numberOf(row[(at + 2) % 4])];
  const next = Math.min(100 - other, Math.max(at < 2 ? 0 : 1, own + by));
  return String(Math.round(next * 100) / 100);
}

/** Up and down alone: left and right go through the digits. */
document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  const form = edges.includes(target.name) && target.closest('[data-blur]');
  const by = { ArrowUp: 1, ArrowDown: -1 }[key];
  if (!form || !by) return;
  const row = rowsOf(form).find((fields) => fields.includes(target));
  if (row.some((field) => Number.isNaN(numberOf(field)))) return;
  event.preventDefault();
  target.value = stepped(row, row.indexOf(target), by);
  redraw(form);
});

document.addEventListener('input', ({ target }) => {
  const form = edges.includes(target.name) && target.closest('[data-blur]');
  if (form) redraw(form);
});

document.addEventListener('turbo:load', () => {
  const form = document.querySelector('[data-blur]');
  if (form) redraw(form);
});
