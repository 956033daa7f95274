/* A closer look: the photos of a gallery in a dialog, one after the other. Without this their links open them. */

/** The links of the gallery that is open. */
let links = [];
let at = 0;

const dialog = () => document.querySelector('[data-zoom-dialog]');
const part = (name) => dialog().querySelector(`[data-zoom-${name}]`);
const imageIn = (link) => link.querySelector('picture img');

/** The photo as it is shown in the dialog; as it is not on the page yet, making it fetches it. */
function pictureOf(link) {
  const picture = imageIn(link).parentElement.cloneNode(true);
  for (const one of picture.children) one.sizes = '100vw';
  const image = picture.querySelector('img');
  image.className = 'zoom__image';
  image.loading = 'eager';
  image.draggable = false;
  image.style.setProperty('--width', `${image.getAttribute('width')}px`);
  image.style.setProperty('--height', `${image.getAttribute('height')}px`);
  return picture;
}

function show(index) {
  at = (index + links.length) % links.length;
  part('stage').replaceChildren(pictureOf(links[at]));
  part('count').textContent = links.length > 1 ? `${at + 1} / ${links.length}` : '';
  part('words').textContent = imageIn(links[at]).alt;
  dialog().dispatchEvent(new CustomEvent('zoom:shown', { bubbles: true }));
  if (links.length > 1) for (const step of [1, -1]) pictureOf(links[(at + step + links.length) % links.length]);
}

function open(link) {
  links = [...(link.closest('[data-gallery]')?.querySelectorAll('[data-zoom]') ?? [link])];
  for (const button of dialog().querySelectorAll('[data-zoom-step]')) button.hidden = links.length < 2;
  dialog().showModal();
  show(links.indexOf(link));
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('[data-zoom]');
  if (!link || !dialog() || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link);
});

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-zoom-dialog] button');
  if (button?.dataset.zoomStep) show(at + Number(button.dataset.zoomStep));
  if (button && 'zoomClose' in button.dataset) dialog().close();
});

/** The other way round than a finger goes, the photos come. */
document.addEventListener('zoom:swiped', ({ detail }) => show(at - detail));

const targets = {
  ArrowLeft: () => at - 1,
  ArrowRight: () => at + 1,
  Home: () => 0,
  End: () => links.length - 1,
};

document.addEventListener('keydown', (event) => {
  // In actual size the arrows move the photo, which is zoom.js's; it comes first and says so.
  if (event.defaultPrevented || !dialog()?.open || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = targets[event.key]?.();
  if (target === undefined) return;
  event.preventDefault();
  if (target !== at) show(target);
});

/** Back to the photo that was looked at last, which need not be the one the dialog was opened with. */
document.addEventListener(
  'close',
  (event) => {
    if (event.target !== dialog()) return;
    part('stage').replaceChildren();
    links[at]?.focus();
  },
  true,
);
document.addEventListener('turbo:before-cache', () => dialog()?.close());
