/* Keys for people who are here all day: `/` searches, `n` opens a new appeal, `j` and `k` walk the board, `?` lists them. */

const typing = 'input, textarea, select, [contenteditable]';

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(typing)) return;
  if (document.querySelector('dialog[open]')) return;
  const done = act(event.key);
  if (done) event.preventDefault();
});

/** @returns whether the key meant something here */
function act(key) {
  if (key === 'j') return walk(1);
  if (key === 'k') return walk(-1);
  if (key === '?') return list();
  const target = [...document.querySelectorAll('[data-shortcut]')].find((element) => element.dataset.shortcut === key);
  if (!target) return false;
  if (target.matches('input')) target.focus();
  else target.click();
  return true;
}

function walk(step) {
  const links = [...document.querySelectorAll('.card__link')];
  const here = links.indexOf(document.activeElement);
  const next = links[here < 0 ? 0 : here + step];
  next?.focus();
  return next !== undefined;
}

function list() {
  const dialog = document.getElementById('keys');
  if (dialog && !dialog.open) dialog.showModal();
  return dialog !== null;
}

document.addEventListener('turbo:before-cache', () => document.getElementById('keys')?.close());
