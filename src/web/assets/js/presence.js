/* Tells which case an agent has before them, and shows who else has it: `data-presence` is where, `data-doing` what. */

const everyMs = 15_000;
let timer;
let here = null;

async function tell(place, doing) {
  const body = new URLSearchParams({ doing });
  const answer = await fetch(place.dataset.presence, { method: 'POST', body, keepalive: doing === 'leaving' }).catch(
    () => null,
  );
  if (!answer?.ok || answer.redirected || doing === 'leaving') return;
  const text = (await answer.text()).trim();
  // Said again, it would be read out again.
  if (place.dataset.told === text) return;
  place.dataset.told = text;
  place.innerHTML = text;
}

function arrive() {
  const place = document.getElementById('presence');
  if (here && here.dataset.presence !== place?.dataset.presence) leave();
  clearInterval(timer);
  here = document.visibilityState === 'visible' ? place : null;
  if (!here) return;
  tell(here, here.dataset.doing);
  timer = setInterval(() => tell(here, here.dataset.doing), everyMs);
}

function leave() {
  clearInterval(timer);
  if (here) tell(here, 'leaving');
  here = null;
}

document.addEventListener('turbo:load', arrive);
document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? arrive() : leave()));
addEventListener('pagehide', leave);
