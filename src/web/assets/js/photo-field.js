/* Photos before they are sent: picked, dropped or pasted; shown, and removed again. Without this the plain field works. */

/** @type {WeakMap<HTMLInputElement, File[]>} what each field holds; picking again adds instead of replacing */
const picked = new WeakMap();

const fieldAround = (event) => event.target.closest?.('[data-photo-field]');
const imagesOf = (files) => [...files].filter(({ type }) => type.startsWith('image/'));

function hold(field, files) {
  const input = field.querySelector('input[type=file]');
  const kept = input.multiple ? files : files.slice(-1);
  const transfer = new DataTransfer();
  for (const file of kept) transfer.items.add(file);
  input.files = transfer.files;
  picked.set(input, kept);
  show(field, kept);
}

function add(field, files) {
  if (files.length > 0) hold(field, [...(picked.get(field.querySelector('input[type=file]')) ?? []), ...files]);
}

function show(field, files) {
  const list = field.querySelector('[data-photo-preview]');
  for (const image of list.querySelectorAll('img')) URL.revokeObjectURL(image.src);
  list.replaceChildren(...files.map((file) => preview(field, file, files)));
  list.hidden = files.length === 0;
}

function preview(field, file, files) {
  const item = document.createElement('li');
  const image = document.createElement('img');
  const remove = document.createElement('button');
  item.className = 'photo-preview__item';
  image.className = 'photo-preview__image';
  image.src = URL.createObjectURL(file);
  image.alt = file.name;
  remove.className = 'photo-preview__remove';
  remove.type = 'button';
  remove.textContent = '×';
  remove.ariaLabel = `${field.dataset.removeLabel}: ${file.name}`;
  remove.addEventListener('click', () => {
    const others = files.filter((other) => other !== file);
    hold(field, others);
    field.querySelector('input[type=file]').focus();
  });
  item.append(image, remove);
  return item;
}

document.addEventListener('change', (event) => {
  const field = event.target.type === 'file' && fieldAround(event);
  if (field) add(field, [...event.target.files]);
});

for (const type of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(type, (event) => {
    const field = fieldAround(event);
    if (!field) return;
    event.preventDefault();
    field.classList.toggle('photo-field--over', type === 'dragover');
    if (type === 'drop') add(field, imagesOf(event.dataTransfer.files));
  });
}

document.addEventListener('paste', (event) => {
  const field = event.target.closest?.('form')?.querySelector('[data-photo-field]');
  if (field && event.clipboardData) add(field, imagesOf(event.clipboardData.files));
});
