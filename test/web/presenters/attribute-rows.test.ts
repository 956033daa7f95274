import { attributeRows } from '../../../src/web/presenters/attribute-rows';

const suggestions = ['Size', 'Colour'];
const empty = { label: '', value: '' };

it('offers what is asked for most often, and one row to type into', () => {
  expect(attributeRows(undefined, undefined, suggestions)).toEqual([
    { label: 'Size', value: '' },
    { label: 'Colour', value: '' },
    empty,
  ]);
});

it('grows by no row when a form comes back', () => {
  const labels = ['Size', 'Colour', ''];
  const values = ['20 cm', '', ''];
  const once = attributeRows(labels, values, suggestions);
  const twice = attributeRows(
    once.map(({ label }) => label),
    once.map(({ value }) => value),
    suggestions,
  );
  expect(once).toEqual([{ label: 'Size', value: '20 cm' }, { label: 'Colour', value: '' }, empty]);
  expect(twice).toEqual(once);
});

it('keeps a value without a label, and shows one row more than was typed', () => {
  expect(attributeRows(['', 'Year'], ['grey', '2008'], suggestions)).toEqual([
    { label: '', value: 'grey' },
    { label: 'Year', value: '2008' },
    empty,
  ]);
});
