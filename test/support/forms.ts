import type request from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import type { Upload } from '../../src/appeals/with-photos';
import { unescaped } from './html';

type Pair = [name: string, value: string];

interface Control {
  name: string;
  /** What it sends when nobody touches it. */
  sends: string[];
  /** The values there are to choose from; null where one may type. */
  choices: string[] | null;
}

/**
 * Fills in a form as a person does: what it sends already stays, and only what it asks for can be given.
 * @param page on which the form stands
 * @param action address the form goes to
 * @param given values by the field's name; an empty list unticks
 * @throws Error when the page has no such form, the form no such field, or the field no such choice
 */
export function fillIn(
  visitor: TestAgent,
  page: Pick<request.Response, 'text'>,
  action: string,
  given: Record<string, string | string[]> = {},
  files: Record<string, Upload[]> = {},
): request.Test {
  const html = formTo(page.text, action);
  const controls = controlsIn(html);
  for (const [name, value] of Object.entries(given))
    for (const one of [value].flat()) refuseForeign(controls, name, one);
  for (const name of Object.keys(files))
    if (!html.includes(`name="${name}" type="file"`)) throw new Error(`no file input "${name}"`);
  const pairs = controls
    .filter(({ name }) => !(name in given))
    .flatMap(({ name, sends }) => sends.map((value): Pair => [name, value]))
    .concat(Object.entries(given).flatMap(([name, value]) => [value].flat().map((one): Pair => [name, one])));
  return html.includes('multipart/form-data')
    ? multipart(visitor, action, pairs, files)
    : encoded(visitor, action, pairs);
}

function encoded(visitor: TestAgent, action: string, pairs: Pair[]): request.Test {
  return visitor.post(action).type('form').send(new URLSearchParams(pairs).toString());
}

function multipart(visitor: TestAgent, action: string, pairs: Pair[], files: Record<string, Upload[]>): request.Test {
  const sent = visitor.post(action);
  for (const [name, value] of pairs) sent.field(name, value);
  for (const [name, uploads] of Object.entries(files))
    for (const { bytes, fileName } of uploads) sent.attach(name, bytes, fileName);
  return sent;
}

function formTo(html: string, action: string): string {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((candidate) => attribute(candidate, 'action') === action);
  if (!form)
    throw new Error(`no form to ${action}, only to ${forms.map((other) => attribute(other, 'action')).join(', ')}`);
  return form;
}

function controlsIn(form: string): Control[] {
  const tags =
    form.match(/<(?:input|button)\b[^>]*>|<textarea\b[\s\S]*?<\/textarea>|<select\b[\s\S]*?<\/select>/g) ?? [];
  return grouped(tags.map(control).filter(({ name }) => name !== ''));
}

function control(tag: string): Control {
  const name = attribute(tag, 'name');
  const value = attribute(tag, 'value');
  if (tag.startsWith('<textarea'))
    return { name, sends: [unescaped(/>([\s\S]*)<\//.exec(tag)?.[1] ?? '')], choices: null };
  if (tag.startsWith('<select')) return select(name, tag);
  if (tag.startsWith('<button')) return { name, sends: [], choices: [value] };
  const type = attribute(tag, 'type');
  if (type === 'file') return { name: '', sends: [], choices: null };
  if (type === 'radio' || type === 'checkbox')
    return { name, sends: / checked/.test(tag) ? [value] : [], choices: [value] };
  return { name, sends: [value], choices: type === 'hidden' ? [value] : null };
}

function select(name: string, tag: string): Control {
  const options = tag.match(/<option\b[^>]*>/g) ?? [];
  const chosen = options.find((option) => / selected/.test(option)) ?? options[0] ?? '';
  return { name, sends: [attribute(chosen, 'value')], choices: options.map((option) => attribute(option, 'value')) };
}

/** Radio buttons and repeated fields are one under their name. */
function grouped(controls: Control[]): Control[] {
  const names = [...new Set(controls.map(({ name }) => name))];
  return names.map((name) => {
    const group = controls.filter((candidate) => candidate.name === name);
    const typed = group.some(({ choices }) => choices === null);
    return {
      name,
      sends: group.flatMap(({ sends }) => sends),
      choices: typed ? null : group.flatMap(({ choices }) => choices ?? []),
    };
  });
}

function refuseForeign(controls: readonly Control[], name: string, value: string): void {
  const wanted = controls.find((candidate) => candidate.name === name);
  if (!wanted) throw new Error(`no field "${name}", only ${controls.map((other) => other.name).join(', ')}`);
  if (wanted.choices && !wanted.choices.includes(value))
    throw new Error(`"${name}" offers ${wanted.choices}, not ${value}`);
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}
