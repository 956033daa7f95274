import type { Attribute } from '../../domain/appeal';
import { conditions } from '../../domain/find';
import type { Spare } from '../../domain/spare';
import type { Translate } from '../../i18n/translator';
import { link, paths } from '../../paths';
import { attributeRows, textsOf } from './attribute-rows';
import { type FormState, type Option, options } from './option';
import type { PhotoView } from './photo-view';
import { sparePhoto } from './spare-view';

/**
 * "I could give away ...", or edit a spare. Fields, all in `form.values` under these names: title, words,
 * attributeLabel[] and attributeValue[] (repeated), tags (one line), condition, quantity, place, nameForCustomer
 * (checkbox), photos (files), version (hidden, when editing), keepPhoto[] (checkbox a photo already there).
 */
export interface SpareFormPage {
  /** Null when new. */
  spareHref: string | null;
  action: string;
  version: unknown;
  attributes: Attribute[];
  conditions: Option[];
  photos: (PhotoView & { kept: boolean })[];
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
export function spareFormPage(spare: Spare | null, form: FormState, t: Translate): SpareFormPage {
  const { values } = form;
  const suggestions = labelSuggestions(t);
  return {
    spareHref: spare && link(paths.spare, { spareId: spare.id }),
    action: spare ? link(paths.editSpare, { spareId: spare.id }) : paths.shelf,
    version: spare && (values.version ?? spare.version),
    attributes: attributeRows(values.attributeLabel, values.attributeValue, suggestions),
    conditions: options(conditions, 'condition', values.condition ?? 'good'),
    photos: (spare?.photos ?? []).map((photo) => ({
      ...sparePhoto(spare?.id ?? '', photo),
      kept: values.keepPhoto === undefined || textsOf(values.keepPhoto).includes(photo.id),
    })),
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
