import { z } from 'zod';
import type { Attribute } from '../../domain/appeal';
import { line, required, several } from './fields';

const mostTags = 10;

/** Tags as people type them, with or without `#`, apart by spaces or commas. */
export const tagLine = line(400)
  .transform((given) => [...new Set(given.split(/[\s,;#]+/).filter((tag) => tag !== ''))])
  .refine((tags) => tags.length <= mostTags && tags.every(isTag), { error: 'refusal.hashtags' });

/** Tags one by one, as programs send them, without `#`. */
export const tagList = z
  .array(line(40).refine(isTag, 'refusal.hashtags'))
  .max(mostTags, 'refusal.hashtags')
  .default([])
  .transform((tags) => [...new Set(tags)]);

function isTag(given: string): boolean {
  return /^[\p{L}\p{N}_-]{1,40}$/u.test(given);
}

/** Features of a thing, one a row: what it is called, and what it is. */
const [label, value, mostAttributes] = [line(60), line(200), 30];
export const attributeLabels = several(label, mostAttributes);
export const attributeValues = several(value, mostAttributes);

/** The same as programs send them. */
export const attributeList = z
  .array(z.strictObject({ label, value: required(value) }))
  .max(mostAttributes, 'error.field.choose')
  .default([]);

/** Id of another record, chosen from a list. */
export const recordId = z.string('error.field.choose').regex(/^[0-9a-f]{24}$/, 'error.field.choose');

/** The same where "none of them" may be chosen; null then. */
export const recordIdOrNone = z
  .string('error.field.choose')
  .regex(/^([0-9a-f]{24})?$/, 'error.field.choose')
  .transform((given) => given || null);

/** Rows by their order; one without a value says nothing. */
export function attributesOf(labels: readonly string[], values: readonly string[]): Attribute[] {
  return values.map((value, index) => ({ label: labels[index] ?? '', value })).filter(({ value }) => value !== '');
}
