import { type Appeal, type Attribute, kinds } from '../../domain/appeal';
import { channels } from '../../domain/channels';
import { languages } from '../../domain/languages';
import type { Translate } from '../../i18n/translator';
import { link, paths } from '../../paths';
import { type FormState, type Option, options } from './option';
import { appealPhoto, type PhotoView } from './photo-view';

/**
 * New appeal, or edit one. Fields of the form (all in `form.values` under these names):
 * kind, title, story, originalWords, soughtLabel[] and soughtValue[] (repeated), place, lostOn, hashtags (one line),
 * reward, channel, postUrl, customerName, customerHandle, customerEmail, customerAddress, customerLanguage,
 * photos (file, multiple), version (hidden, when editing), keepPhoto[] (checkbox a photo already there, checked),
 * intent (the button: `draft` or `publish`; when editing `save` or `publish`).
 */
export interface AppealFormPage {
  /** Null when new. */
  appealHref: string | null;
  action: string;
  version: number | null;
  kinds: Option[];
  channels: Option[];
  languages: Option[];
  /** At least four, the first filled from `form.values`. `label` may be empty. */
  sought: Attribute[];
  photos: (PhotoView & { kept: boolean })[];
  /** Finished words in the reader's language, for the datalist of attribute labels. */
  labelSuggestions: string[];
  mayPublish: boolean;
  form: FormState;
}

/** What is asked for most often of a thing, in that order. */
const suggestedLabels = ['size', 'colour', 'year', 'maker'] as const;

/** @param appeal null for a new one */
export function appealFormPage(appeal: Appeal | null, form: FormState, t: Translate): AppealFormPage {
  const { values } = form;
  const suggestions = suggestedLabels.map((label) => t(`form.label.${label}`));
  return {
    appealHref: appeal && link(paths.appeal, { id: appeal.id }),
    action: appeal ? link(paths.editAppeal, { id: appeal.id }) : paths.appeals,
    version: appeal && Number(values.version ?? appeal.version),
    kinds: options(kinds, 'kind', values.kind ?? 'item'),
    channels: options(channels, 'channel', values.channel ?? 'facebook'),
    languages: options(languages, 'language', values.customerLanguage ?? 'de'),
    sought: soughtRows(values, suggestions),
    photos: (appeal?.photos ?? []).map((photo) => ({
      ...appealPhoto(appeal?.id ?? '', photo),
      kept: values.keepPhoto === undefined || listOf(values.keepPhoto).includes(photo.id),
    })),
    labelSuggestions: suggestions,
    mayPublish: appeal === null || appeal.status === 'draft',
    form,
  };
}

/** The rows typed, or the labels most often asked for; one empty row is always left. */
function soughtRows(values: FormState['values'], suggestions: readonly string[]): Attribute[] {
  const labels = listOf(values.soughtLabel ?? suggestions);
  const typed = listOf(values.soughtValue);
  const rows = labels.map((label, index) => ({ label, value: typed[index] ?? '' }));
  const empty = Math.max(1, suggestions.length - rows.length);
  return [...rows, ...Array.from({ length: empty }, () => ({ label: '', value: '' }))];
}

function listOf(value: unknown): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
