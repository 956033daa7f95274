/*
 * Keeps a page as the case stands: a stream says which cases changed, and the page fetches itself again, as this viewer
 * may see it, and morphs. Only what is looked at does so; whoever comes back catches up.
 */

const soonMs = 250;
/** Lists of everything change all the time; once in a while is enough. */
const lazyMs = 4000;

let source = null;
let since = 0;
let timer;
let dueAt = Infinity;
let sending = false;
let morphing = false;
/** Cases heard of lately, and when; a page may have been fetched just before. */
const heard = new Map();
let visitBegan = 0;

const region = () => document.querySelector('[data-live]');
/** What was refused stands there to be mended, at an address that may have no page. */
const isFixed = () => document.querySelector('.error-summary') !== null;

function listen() {
  const wanted = region() !== null && document.visibilityState === 'visible';
  if (!wanted) return hangUp();
  if (source) return;
  source = new EventSource(`/changes?since=${since}`);
  source.addEventListener('changed', ({ data, lastEventId }) => hear(data.split(' '), lastEventId));
  source.addEventListener('refresh', ({ lastEventId }) => {
    since = Number(lastEventId);
    refreshIn(soonMs);
  });
  for (const notice of ['full', 'ended']) source.addEventListener(notice, hangUp);
}

function hangUp() {
  source?.close();
  source = null;
}

function hear(ids, at) {
  since = Number(at);
  const now = Date.now();
  for (const id of ids) heard.set(id, now);
  for (const [id, time] of heard) if (time < now - 30_000) heard.delete(id);
  weigh(ids);
}

/** A case that stands on the page is of interest now, another one perhaps. */
function weigh(ids) {
  const shown = region();
  if (!shown) return;
  const isShown = (id) => shown.dataset.live === id || shown.querySelector(`a[href^="/appeals/${id}"]`);
  if (ids.some(isShown)) refreshIn(soonMs);
  else if (shown.dataset.live === 'all') refreshIn(lazyMs * (0.75 + Math.random() / 2));
}

function refreshIn(ms) {
  if (Date.now() + ms >= dueAt) return;
  clearTimeout(timer);
  dueAt = Date.now() + ms;
  timer = setTimeout(refresh, ms);
}

async function refresh() {
  dueAt = Infinity;
  if (!region() || sending || isFixed()) return;
  const address = location.href;
  const answer = await fetch(address, { headers: { 'X-Live': 'page' } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('main');
  // Meanwhile the reader may have gone on.
  if (!fresh || address !== location.href || sending || isFixed()) return;
  morphing = true;
  globalThis.Turbo.morphChildren(document.getElementById('main'), fresh, { ignoreActiveValue: true });
  morphing = false;
  document.dispatchEvent(new CustomEvent('live:refreshed'));
}

const isChosen = ({ type }) => type === 'checkbox' || type === 'radio';

/** Whether somebody has typed or chosen something here that the server does not know of. */
function isTouched(field) {
  if (field instanceof HTMLSelectElement) return [...field.options].some((one) => one.selected !== one.defaultSelected);
  if (field.type === 'hidden') return false;
  if (field.type === 'file') return field.files.length > 0;
  return isChosen(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

const fields = 'input, textarea, select';
const holdsTouched = (element) => [...element.querySelectorAll(fields)].some(isTouched);

/** What stays as it is: what was typed, photos picked, and what the fresh page cannot know. */
function stays(element, next) {
  if (element.matches('#presence, .draft-note, [data-copied]')) return true;
  if (element.matches(fields)) return isTouched(element) || (!next && element === document.activeElement);
  // Photos sent ahead are in no field the fresh page knows of.
  if (element.matches('[data-photo-field]'))
    return holdsTouched(element) || element.querySelector('[data-photo-row]') !== null;
  return !next && (element.matches('#flash') || holdsTouched(element) || element.contains(document.activeElement));
}

document.addEventListener('turbo:before-morph-element', (event) => {
  if (morphing && stays(event.target, event.detail.newElement)) event.preventDefault();
});
document.addEventListener('turbo:before-morph-attribute', (event) => {
  if (morphing && event.detail.attributeName === 'open') event.preventDefault();
});

document.addEventListener('turbo:submit-start', () => {
  sending = true;
});
document.addEventListener('turbo:submit-end', () => {
  sending = false;
});
document.addEventListener('turbo:visit', ({ detail }) => {
  visitBegan = detail.action === 'restore' ? 0 : Date.now();
});
document.addEventListener('turbo:load', () => {
  since ||= Number(document.getElementById('main').dataset.renderedAt ?? 0);
  listen();
  // What is shown again from before may be long out of date.
  if (visitBegan === 0 && document.getElementById('main').dataset.seen) refreshIn(soonMs);
  document.getElementById('main').dataset.seen = 'yes';
  weigh([...heard].filter(([, time]) => time >= visitBegan).map(([id]) => id));
});
document.addEventListener('visibilitychange', listen);
addEventListener('focus', listen);
addEventListener('pagehide', hangUp);
