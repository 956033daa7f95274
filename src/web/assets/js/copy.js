/* Buttons that put a text into the clipboard: `data-copy` holds it, `data-copied` what the button says afterwards. */

document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('[data-copy]');
  if (!button) return;
  const word = button.querySelector('[data-copy-word]');
  const before = word.textContent;
  // What was edited is copied as it stands now.
  const source = document.getElementById(button.dataset.copyFrom ?? '');
  await write(source?.value ?? button.dataset.copy);
  word.textContent = button.dataset.copied;
  setTimeout(() => {
    word.textContent = before;
  }, 2500);
});

/** Plain http has no clipboard to write to; a selected field does it there. */
function write(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
