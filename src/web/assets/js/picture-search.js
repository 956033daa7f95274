// Search by picture: one that is chosen, or dropped on the search field, is looked for at once.

document.addEventListener('change', (event) => {
  const form = event.target.closest('[data-picture-search]');
  if (form && event.target.files?.length > 0) form.submit();
});

for (const type of ['dragover', 'drop']) document.addEventListener(type, take);

function take(event) {
  const head = event.target.closest?.('.board-head');
  const form = head?.querySelector('[data-picture-search]');
  if (!form || !event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  head.classList.toggle('board-head--over', event.type === 'dragover');
  const [file] = event.dataTransfer.files;
  if (event.type !== 'drop' || !file) return;
  const chosen = new DataTransfer();
  chosen.items.add(file);
  form.querySelector('input[type=file]').files = chosen.files;
  form.submit();
}
