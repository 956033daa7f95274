/* A form that comes back refused: the summary of what is wrong gets the focus, however the page came there. */

document.addEventListener('turbo:render', () => document.querySelector('.error-summary')?.focus());
