/* Counts down while a mail is held: `data-countdown` holds the seconds left when the page was made. */

let timer;

function begin() {
  clearInterval(timer);
  const lines = [...document.querySelectorAll('[data-countdown]')];
  if (lines.length === 0) return;
  const beganAt = Date.now();
  const tick = () => {
    const left = lines.filter((line) => show(line, Number(line.dataset.countdown) - (Date.now() - beganAt) / 1000));
    if (left.length === 0) clearInterval(timer);
  };
  timer = setInterval(tick, 500);
  tick();
}

/** @returns whether there is still something to count */
function show(line, seconds) {
  const { countdownText, countdownOver } = line.dataset;
  const words = seconds > 0 ? countdownText.replace('%', Math.ceil(seconds)) : countdownOver;
  if (line.textContent !== words) line.textContent = words;
  if (seconds <= 0) line.parentElement.querySelector('form')?.remove();
  return seconds > 0;
}

document.addEventListener('turbo:load', begin);
document.addEventListener('live:refreshed', begin);
