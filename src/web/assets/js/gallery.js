/* A closer look: the photos of a gallery in a dialog, by click, arrow keys and Escape. Without this the links open them. */

let links = [];
let at = 0;

const dialog = document.createElement('dialog');
dialog.className = 'zoom';
const image = document.createElement('img');
image.className = 'zoom__image';
const close = document.createElement('button');
close.className = 'button button--secondary';
close.type = 'button';
dialog.append(image, close);

function show(index) {
  at = (index + links.length) % links.length;
  image.src = links[at].href;
  image.alt = links[at].querySelector('img').alt;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('.gallery__link');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const gallery = link.closest('[data-gallery]');
  links = [...gallery.querySelectorAll('.gallery__link')];
  close.textContent = gallery.dataset.closeLabel;
  dialog.ariaLabel = link.querySelector('img').alt;
  document.body.append(dialog);
  show(links.indexOf(link));
  dialog.showModal();
});

dialog.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowRight') show(at + 1);
  if (event.key === 'ArrowLeft') show(at - 1);
});
image.addEventListener('click', () => show(at + 1));
close.addEventListener('click', () => dialog.close());
dialog.addEventListener('close', () => dialog.remove());
document.addEventListener('turbo:before-cache', () => dialog.remove());
