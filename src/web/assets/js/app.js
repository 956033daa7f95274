/* Turbo is loaded before this file; here is what we want of it, and links that open a panel. */

// Turbo's own bar needs styles in the page, which our content policy forbids; layout.css draws ours.
// The longest delay a timer takes: the bar never comes.
globalThis.Turbo.config.drive.progressBarDelay = 2 ** 31 - 1;

/** Opens the panel an address points to, so that "I have one!" in reach of the thumb opens its form. */
function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (link) requestAnimationFrame(openTarget);
});
addEventListener('hashchange', openTarget);

/* Whoever has to sign in first comes to the part of the page they wanted all the same; redirects do not carry it. */

const wantedPart = 'wanted-part';

document.addEventListener('turbo:submit-start', ({ target }) => {
  if (location.hash && target.elements.next) sessionStorage.setItem(wantedPart, location.hash);
});

document.addEventListener('click', (event) => {
  if (location.hash && event.target.closest?.('a[data-sign-in]')) sessionStorage.setItem(wantedPart, location.hash);
});

document.addEventListener('turbo:load', () => {
  const part = sessionStorage.getItem(wantedPart);
  if (part && !document.querySelector('form [name="next"], a[data-sign-in]')) {
    sessionStorage.removeItem(wantedPart);
    location.hash = part;
  }
  openTarget();
});
