import { z } from 'zod';
import { BadRequest, InvalidInput } from '../../../src/errors';
import { checkbox, choice, line, required, several, text, wholeNumber } from '../../../src/web/forms/fields';
import { parseForm } from '../../../src/web/forms/parse';
import { typedValues } from '../../../src/web/forms/typed-values';

const form = z.strictObject({
  title: required(line(20)),
  story: text(30),
  kind: choice(['item', 'person']).default('item'),
  pieces: wholeNumber(1, 9).default(1),
  agreed: checkbox(),
  photos: several(line(5), 3),
});

const parse = (body: unknown) => parseForm(form, body);

function fieldsRefusedIn(body: object): Record<string, string> {
  try {
    parse({ title: 'Esel', ...body });
  } catch (error) {
    if (error instanceof InvalidInput) return { ...error.fields };
    throw error;
  }
  return {};
}

describe('what no form of ours sends', () => {
  it.each([
    ['an unknown field', { title: 'x', admin: 'on' }],
    ['an operator for a text', { title: { $ne: '' } }],
    ['an operator in a name', { title: 'x', 'story[$gt]': '' }],
    ['one field twice', { title: ['x', 'y'] }],
    ['a list of operators', { title: 'x', photos: [{ $ne: '' }] }],
    ['an operator for a number', { title: 'x', pieces: { $gt: '0' } }],
    ['text instead of a form', 'title=x'],
    ['a list instead of a form', [{ title: 'x' }]],
    ['a checkbox with another value', { title: 'x', agreed: 'maybe' }],
  ])('is a bad request: %s', (_what, body) => {
    expect(() => parse(body)).toThrow(BadRequest);
  });
});

describe('what people may get wrong comes back with a sentence beside the field', () => {
  it.each([
    ['left empty', { title: ' \r\n ' }, { title: 'error.field.required' }],
    ['not sent at all', { title: undefined }, { title: 'error.field.required' }],
    ['too long', { title: 'x'.repeat(21) }, { title: 'error.field.tooLong' }],
    ['with a null byte', { story: 'a\u0000b' }, { story: 'error.field.characters' }],
    ['with an escape', { story: 'a\u001bb' }, { story: 'error.field.characters' }],
    ['no choice of ours', { kind: 'thing' }, { kind: 'error.field.choose' }],
    ['no number', { pieces: 'two' }, { pieces: 'error.field.number' }],
    ['a number out of reach', { pieces: '10' }, { pieces: 'error.field.number' }],
    ['a number with a sign', { pieces: '-1' }, { pieces: 'error.field.number' }],
    ['too many', { photos: ['a', 'b', 'c', 'd'] }, { photos: 'error.field.choose' }],
  ])('%s', (_what, body, fields) => {
    expect(fieldsRefusedIn(body)).toEqual(fields);
  });

  it('every field at once, each with its first complaint, as they stand in the form', () => {
    expect(Object.entries(fieldsRefusedIn({ title: '', story: 'x'.repeat(31), pieces: '' }))).toEqual([
      ['title', 'error.field.required'],
      ['story', 'error.field.tooLong'],
      ['pieces', 'error.field.number'],
    ]);
  });
});

describe('what is taken', () => {
  it('is tidied: line ends, space around, and one way of writing each letter', () => {
    const given = { title: ' Plu\u0308sch-\r\nEsel ', story: '\r\nEins\r\n\r\n\tZwei\rDrei ' };
    expect(parse(given)).toMatchObject({ title: 'Plüsch- Esel', story: 'Eins\n\n\tZwei\nDrei' });
  });

  it('has values for what was not sent', () => {
    const bare = { title: 'Esel', story: '', kind: 'item', pieces: 1, agreed: false, photos: [] };
    expect(parse({ title: 'Esel' })).toEqual(bare);
  });

  it('has the types the fields say', () => {
    const given = { title: 'Esel', pieces: ' 3 ', agreed: 'yes', photos: 'a' };
    expect(parse(given)).toMatchObject({ pieces: 3, agreed: true, photos: ['a'] });
  });

  it('measures a text as the browser does, after tidying', () => {
    expect(parse({ title: 'x', story: `  ${'😀'.repeat(15)}  ` }).story).toHaveLength(30);
  });
});

it('what was typed is kept as texts, without passwords and anything else', () => {
  const body = { title: 'x', several: ['a', 'b'], password: 'secret', nested: { a: 'b' }, file: Buffer.from('') };
  expect(typedValues(body)).toEqual({ title: 'x', several: ['a', 'b'] });
  expect(typedValues(undefined)).toEqual({});
});
