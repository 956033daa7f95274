import { z } from 'zod';
import type { EntryWords } from '../../domain/catalogue-entry';
import { line, required, text, wholeNumber } from './fields';
import { attributeLabels, attributesOf, attributeValues, keptPhotos, tagLine } from './words';

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
export const newEntryForm = z.strictObject(fields).transform(asWords);

/** The same, edited. */
export const editEntryForm = z
  .strictObject({ ...fields, version: wholeNumber(0, 999_999_999), keepPhoto: keptPhotos })
  .transform(({ version, keepPhoto, ...typed }) => ({
    seenVersion: version,
    words: asWords(typed),
    keptPhotos: keepPhoto,
  }));

function asWords({ attributeLabel, attributeValue, ...rest }: z.output<z.ZodObject<typeof fields>>): EntryWords {
  return { ...rest, attributes: attributesOf(attributeLabel, attributeValue) };
}
