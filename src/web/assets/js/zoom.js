/* The photo in the dialog: as a whole or in actual size, moved by keys and pointer, swiped with a finger. */

/** Pixels an arrow key moves the photo. */
const stride = 80;
/** Pixels a pointer may slip in a click, and must go in a swipe. */
const slip = 6;
const swipe = 40;

const dialog = () => document.querySelector('[data-zoom-dialog][open]');
const stage = () => dialog().querySelector('[data-zoom-stage]');
const image = () => dialog().querySelector('.zoom__image');
const sizeButton = () => dialog().querySelector('[data-zoom-size]');
const isActual = () => dialog().hasAttribute('data-actual');
const widthOf = (photo) => Number(photo.getAttribute('width'));

/** @type {{x: number, y: number, left: number, top: number, drags: boolean, moved: boolean} | null} */
let press = null;

function shrink() {
  dialog().removeAttribute('data-actual');
  sizeButton().ariaPressed = 'false';
  stage().tabIndex = -1;
}

/** @param {number[]} spot what stays in sight, as parts of width and height */
function enlarge([across, down] = [0.5, 0.5]) {
  if (sizeButton().disabled) return;
  for (const one of image().parentElement.children) one.sizes = `${widthOf(image())}px`;
  dialog().setAttribute('data-actual', '');
  sizeButton().ariaPressed = 'true';
  stage().tabIndex = 0;
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = stage();
  stage().scrollTo(across * scrollWidth - clientWidth / 2, down * scrollHeight - clientHeight / 2);
}

function toggle(spot) {
  if (isActual()) shrink();
  else enlarge(spot);
}

/** A photo that fits in actual size has no other. */
function refresh() {
  shrink();
  const { clientWidth, clientHeight } = stage();
  sizeButton().disabled = widthOf(image()) <= clientWidth && Number(image().getAttribute('height')) <= clientHeight;
}

document.addEventListener('zoom:shown', refresh);
addEventListener('resize', () => dialog() && refresh());

const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const sizes = { '+': () => enlarge(), '-': shrink, 0: shrink };

// Before gallery.js, for which the arrows change the photo.
document.addEventListener(
  'keydown',
  (event) => {
    if (!dialog() || event.ctrlKey || event.metaKey || event.altKey) return;
    const [across, down] = (isActual() && moves[event.key]) || [];
    if (across !== undefined) stage().scrollBy(across * stride, down * stride);
    else if (sizes[event.key]) sizes[event.key]();
    else return;
    event.preventDefault();
  },
  true,
);

document.addEventListener('pointerdown', (event) => {
  press = null;
  if (!dialog() || event.button !== 0 || !event.isPrimary || !stage().contains(event.target)) return;
  const { scrollLeft: left, scrollTop: top } = stage();
  const drags = isActual() && event.pointerType !== 'touch';
  press = { x: event.clientX, y: event.clientY, left, top, drags, moved: false };
});

document.addEventListener('pointermove', ({ clientX, clientY }) => {
  if (!press) return;
  const [across, down] = [clientX - press.x, clientY - press.y];
  press.moved ||= Math.hypot(across, down) > slip;
  if (press.drags && dialog()) stage().scrollTo(press.left - across, press.top - down);
});

document.addEventListener('pointerup', ({ pointerType, clientX, clientY }) => {
  if (!press || !dialog() || isActual() || pointerType === 'mouse') return;
  const [across, down] = [clientX - press.x, clientY - press.y];
  if (Math.abs(across) < swipe || Math.abs(across) < 1.5 * Math.abs(down)) return;
  // Once the finger's last event has reached the photo: if it were gone by then, the next tap would be lost.
  setTimeout(() => document.dispatchEvent(new CustomEvent('zoom:swiped', { detail: Math.sign(across) })));
});

// The finger scrolls, which is the browser's.
document.addEventListener('pointercancel', () => {
  press = null;
});

document.addEventListener('click', (event) => {
  const { moved } = press ?? {};
  press = null;
  if (!dialog() || moved) return;
  if (event.target.closest('[data-zoom-size]')) toggle();
  else if (event.target === image()) toggle(spotIn(image().getBoundingClientRect(), event));
  else if (event.target === stage()) dialog().close();
});

function spotIn({ left, top, width, height }, { clientX, clientY }) {
  return [(clientX - left) / width, (clientY - top) / height];
}
