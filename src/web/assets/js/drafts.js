/*
 * Long forms survive a reload, a crash and a lost session: what was typed is kept in this browser, for this person and
 * this form (`data-draft`), until it is saved, discarded or somebody signs out. Files and hidden fields are not kept.
 */

const prefix = 'draft:';
const oldestMs = 7 * 24 * 60 * 60 * 1000;
const pauseMs = 400;
/** Drafts that were sent; forgotten once a page has come of it. */
const sent = new Set();
let timer;

const viewer = () => document.getElementById('main')?.dataset.viewer;
const nameOf = (form) => `${prefix}${viewer()}:${form.dataset.draft}`;
const forms = () => (viewer() ? [...document.querySelectorAll('form[data-draft]')] : []);
const isKept = ({ name, type }) => name && !['hidden', 'file', 'password', 'submit', 'button'].includes(type);
const fieldsOf = (form) => [...form.elements].filter(isKept);

/** @returns what was typed, by name; those that are chosen by their value */
function typed(form) {
  const values = {};
  for (const field of fieldsOf(form)) {
    values[field.name] ??= [];
    const chosen = field.type === 'checkbox' || field.type === 'radio';
    if (!chosen || field.checked) values[field.name].push(field.value);
  }
  return values;
}

function keep(form) {
  try {
    localStorage.setItem(nameOf(form), JSON.stringify({ at: Date.now(), values: typed(form) }));
  } catch {
    // A full or forbidden storage keeps nothing; the form works all the same.
  }
}

function kept(form) {
  const { at, values } = JSON.parse(localStorage.getItem(nameOf(form)) ?? '{}');
  return at > Date.now() - oldestMs ? values : undefined;
}

function fill(form, values) {
  for (const [name, given] of Object.entries(values)) {
    const fields = () => fieldsOf(form).filter((field) => field.name === name);
    const rows = fields()[0]?.closest('[data-rows]');
    while (rows && fields().length < given.length) rows.parentElement.querySelector('[data-add-row]').click();
    for (const [at, field] of fields().entries()) {
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = given.includes(field.value);
      else if (given[at] !== undefined) field.value = given[at];
    }
  }
}

function restore(form) {
  const values = kept(form);
  // What came back refused is newer than what was kept.
  if (!values || document.querySelector('.error-summary')) return;
  const before = typed(form);
  if (JSON.stringify(before) === JSON.stringify(values)) return;
  fill(form, values);
  form.closest('details')?.setAttribute('open', '');
  form.prepend(note(form, before));
}

function note(form, before) {
  const part = document.getElementById('draft-note').content.cloneNode(true);
  const line = part.firstElementChild;
  part.querySelector('button').addEventListener('click', () => {
    localStorage.removeItem(nameOf(form));
    fill(form, before);
    line.remove();
    fieldsOf(form)[0]?.focus();
  });
  return part;
}

function forget(isMeant) {
  for (const name of Object.keys(localStorage))
    if (name.startsWith(prefix) && isMeant(name)) localStorage.removeItem(name);
}

document.addEventListener('input', ({ target }) => {
  const form = viewer() && target.form?.closest('[data-draft]');
  if (!form) return;
  clearTimeout(timer);
  timer = setTimeout(() => form.isConnected && keep(form), pauseMs);
});

document.addEventListener('turbo:submit-start', ({ target }) => {
  clearTimeout(timer);
  if (target.dataset.draft && viewer()) keep(target);
});

// Signing out goes past Turbo.
document.addEventListener('submit', ({ target }) => {
  if (target.matches('[data-sign-out]')) forget(() => true);
});

document.addEventListener('turbo:submit-end', ({ target, detail }) => {
  if (target.dataset.draft && viewer() && detail.success && detail.fetchResponse?.redirected) sent.add(nameOf(target));
});

document.addEventListener('turbo:load', () => {
  // Who has to sign in first finds it again afterwards; on a shared computer nobody else does.
  if (!viewer()) return sent.clear();
  forget((name) => sent.has(name) || !name.startsWith(`${prefix}${viewer()}:`));
  sent.clear();
  for (const form of forms()) if (!form.querySelector('.draft-note')) restore(form);
});
