import { z } from 'zod';
import type { EntryWords } from '../../domain/catalogue-entry';
import { line, required, text, wholeNumber } from './fields';
import { keptAmong, photoFields, withPhotosChosen } from './photos';
import { attributeLabels, attributesOf, attributeValues, tagLine } from './words';

const fields = {
  name: required(line(120)),
  year: line(40),
  campaign: line(120),
  words: text(2000),
  attributeLabel: attributeLabels,
  attributeValue: attributeValues,
  tags: tagLine,
};

/** A thing that comes again. */
export const newEntryForm = z.strictObject({ ...fields, ...photoFields }).transform((typed) => {
  const { photos, ...words } = withPhotosChosen(typed);
  return { words: asWords(words), photos };
});

/** The same, edited. */
export const editEntryForm = z
  .strictObject({ ...fields, ...photoFields, version: wholeNumber(0, 999_999_999) })
  .transform((typed) => {
    const { version, photos, ...words } = withPhotosChosen(typed);
    return { edit: { seenVersion: version, words: asWords(words), ...keptAmong(photos) }, photos };
  });

function asWords({ attributeLabel, attributeValue, ...rest }: z.output<z.ZodObject<typeof fields>>): EntryWords {
  return { ...rest, attributes: attributesOf(attributeLabel, attributeValue) };
}
