/* Buttons with `data-print` open the browser's dialog for printing. */

document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-print]')) window.print();
});
