/* Photos of a form: picked, dropped, pasted or taken, each sent at once, with a bar that fills. Without this the plain
   field works. What is done with photos that are there stands in photo-rows.js. */

const fieldAround = (event) => event.target.closest?.('[data-photo-field]');
const imagesOf = (files) => [...files].filter(({ type }) => type.startsWith('image/'));
const rowsIn = (field) => field.querySelector('[data-photo-rows]');

/** How many photos are on their way, by the form that waits for them. */
const underWay = new WeakMap();

function add(field, files) {
  const single = !field.querySelector('input[type=file]').multiple;
  const wanted = single ? files.slice(-1) : files;
  if (single && wanted.length > 0) clear(rowsIn(field));
  for (const file of wanted) send(field, file);
}

function clear(rows) {
  for (const row of [...rows.children]) row.dispatchEvent(new CustomEvent('photo:cancel'));
  rows.replaceChildren();
}

function send(field, file) {
  const row = pendingRow(field, file);
  rowsIn(field).append(row);
  const form = field.closest('form');
  underWay.set(form, (underWay.get(form) ?? 0) + 1);
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append('photos', file);
  request.open('POST', field.dataset.uploadTo);
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    // The last tenth is for what the server does with it.
    row.querySelector('progress').value = (loaded / total) * 0.9;
  });
  row.addEventListener('photo:cancel', () => request.abort());
  request.addEventListener('loadend', () => {
    underWay.set(form, underWay.get(form) - 1);
    if (row.isConnected) settle(field, row, request);
    form.dispatchEvent(new CustomEvent('photos:settled'));
  });
  request.send(body);
}

/** The server answers with the piece of the form that stands for the photo, or with a sentence. */
function settle(field, row, { status, responseText }) {
  const piece = document.createElement('template');
  piece.innerHTML = status === 201 ? responseText : '';
  const arrived = piece.content.querySelector('[data-photo-row]');
  if (arrived) row.replaceWith(arrived);
  else fail(row, status === 422 ? responseText : field.dataset.failedLabel);
  field.querySelector('[data-photo-status]').textContent = arrived
    ? row.dataset.name
    : row.querySelector('[data-photo-words]').textContent;
}

function fail(row, sentence) {
  row.querySelector('progress').remove();
  row.querySelector('[data-photo-words]').textContent = sentence;
  row.classList.remove('photo-row--pending');
  row.classList.add('photo-row--failed');
}

function pendingRow(field, file) {
  const row = element('li', { className: 'photo-row photo-row--pending' });
  row.dataset.photoRow = '';
  row.dataset.name = file.name;
  const image = element('img', { className: 'photo-row__preview', alt: '', src: URL.createObjectURL(file) });
  image.addEventListener('load', () => URL.revokeObjectURL(image.src), { once: true });
  image.addEventListener('error', () => image.removeAttribute('src'), { once: true });
  const textContent = `${field.dataset.loadingLabel} ${file.name}`;
  const words = element('span', { className: 'photo-row__words', textContent });
  words.dataset.photoWords = '';
  const progress = element('progress', { value: 0, ariaLabel: file.name });
  const label = field.dataset.removeLabel;
  const remove = element('button', { className: 'button button--quiet', type: 'button', textContent: label });
  remove.dataset.photoRemove = '';
  const middle = element('span', { className: 'photo-row__middle' });
  middle.append(words, progress);
  row.append(image, middle, remove);
  return row;
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

document.addEventListener('change', (event) => {
  const field = event.target.type === 'file' && fieldAround(event);
  if (!field) return;
  add(field, [...event.target.files]);
  // They were sent; with the form they would come twice.
  event.target.value = '';
});

for (const type of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(type, (event) => {
    const field = fieldAround(event);
    if (!field || field.dataset.moving !== undefined) return;
    event.preventDefault();
    field.classList.toggle('photo-field--over', type === 'dragover');
    if (type === 'drop') add(field, imagesOf(event.dataTransfer.files));
  });
}

/** Pasted where something is typed, a picture goes to that form; anywhere else, to the page's only one. */
document.addEventListener('paste', (event) => {
  const fields = (event.target.closest?.('form') ?? document).querySelectorAll('[data-photo-field]');
  const images = imagesOf(event.clipboardData?.files ?? []);
  if (fields.length === 1 && images.length > 0) add(fields[0], images);
});

/** A form that is sent while photos are on their way waits for them; one that fails has to be seen first. */
document.addEventListener(
  'submit',
  (event) => {
    const form = event.target;
    if (!underWay.get(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const again = () => {
      if (underWay.get(form)) return;
      form.removeEventListener('photos:settled', again);
      const failed = form.querySelector('.photo-row--failed');
      if (failed) failed.querySelector('[data-photo-remove]').focus();
      else form.requestSubmit(event.submitter);
    };
    form.addEventListener('photos:settled', again);
  },
  { capture: true },
);
