import type { Attribute } from '../../domain/appeal';
import { conditions } from '../../domain/find';
import type { Spare } from '../../domain/spare';
import type { Translate } from '../../i18n/translator';
import { link, paths } from '../../paths';
import { attributeRows } from './attribute-rows';
import { type FormState, type Option, options } from './option';
import { type FormReader, type PhotoRow, photoRows } from './photo-rows';
import { sparePhoto } from './spare-view';

/**
 * "I could give away ...", or edit a spare. Fields, all in `form.values` under these names: title, words,
 * attributeLabel[] and attributeValue[] (repeated), tags (one line), condition, quantity, place, nameForCustomer
 * (checkbox), photos (files) and those of photo-rows.ts, version (hidden, when editing).
 */
export interface SpareFormPage {
  /** Null when new. */
  spareHref: string | null;
  action: string;
  version: unknown;
  attributes: Attribute[];
  conditions: Option[];
  photos: PhotoRow[];
  labelSuggestions: string[];
  form: FormState;
}

/** What is asked for most often of a thing, in that order. */
const suggestedLabels = ['size', 'colour', 'year', 'maker'] as const;

/** @returns the words by which features are most often called, in the reader's language */
export function labelSuggestions(t: Translate): string[] {
  return suggestedLabels.map((label) => t(`form.label.${label}`));
}

/** @param spare null for a new one */
export function spareFormPage(spare: Spare | null, form: FormState, { t, waiting }: FormReader): SpareFormPage {
  const { values } = form;
  const suggestions = labelSuggestions(t);
  return {
    spareHref: spare && link(paths.spare, { spareId: spare.id }),
    action: spare ? link(paths.editSpare, { spareId: spare.id }) : paths.shelf,
    version: spare && (values.version ?? spare.version),
    attributes: attributeRows(values.attributeLabel, values.attributeValue, suggestions),
    conditions: options(conditions, 'condition', values.condition ?? 'good'),
    photos: photoRows(
      values,
      waiting,
      spare?.photos.map((photo) => sparePhoto(spare.id, photo)),
    ),
    labelSuggestions: suggestions,
    form,
  };
}

/** What the fields hold when a spare is opened for editing. */
export function spareValues(spare: Spare): Record<string, unknown> {
  const { title, words, attributes, tags, condition, quantity, place, nameForCustomer } = spare;
  return {
    title,
    words,
    attributeLabel: attributes.map(({ label }) => label),
    attributeValue: attributes.map(({ value }) => value),
    tags: tags.map((tag) => `#${tag}`).join(' '),
    condition,
    quantity,
    place,
    nameForCustomer,
  };
}
