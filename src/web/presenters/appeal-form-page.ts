import { type Appeal, type Attribute, kinds } from '../../domain/appeal';
import { approvalOf } from '../../domain/approval';
import type { CatalogueEntry } from '../../domain/catalogue-entry';
import { channels } from '../../domain/channels';
import { languages } from '../../domain/languages';
import type { Spare } from '../../domain/spare';
import { link, paths } from '../../paths';
import { attributeRows } from './attribute-rows';
import { type NamedOption, namedOptions } from './named-option';
import { type FormState, type Option, options } from './option';
import { type FormReader, type PhotoRow, photoRows } from './photo-rows';
import { appealPhoto } from './photo-view';
import { labelSuggestions } from './spare-form-page';
import { type ShelfReader, type SpareCard, spareCard } from './spare-view';

/**
 * New appeal, or edit one. Fields of the form (all in `form.values` under these names):
 * kind, title, story, originalWords, soughtLabel[] and soughtValue[] (repeated), place, lostOn, hashtags (one line),
 * reward, channel, postUrl, customerName, customerHandle, customerEmail, customerAddress, customerLanguage,
 * photos (file, multiple) and those of photo-rows.ts, version and languageSeen (hidden, when editing),
 * intent (the button: `draft` or `publish`; when editing `save` or `publish`).
 */
export interface AppealFormPage {
  /** Null when new. */
  appealHref: string | null;
  /** Where the page says that it is open; null for a new appeal. */
  presenceAction: string | null;
  action: string;
  version: number | null;
  kinds: Option[];
  channels: Option[];
  languages: Option[];
  /** At least four, the first filled from `form.values`. `label` may be empty. */
  sought: Attribute[];
  photos: PhotoRow[];
  /** Finished words in the reader's language, for the datalist of attribute labels. */
  labelSuggestions: string[];
  mayPublish: boolean;
  /** The customer has agreed to what stands there: changing it means asking them again. */
  voidsApproval: boolean;
  /** The catalogue, to choose what is sought from; empty when editing, as that is linked on the appeal's page. */
  entries: NamedOption[];
  /** Spares of the chosen entry: perhaps nobody needs to be asked. */
  spares: SpareCard[];
  form: FormState;
}

/** What the shelf and the catalogue have for a new appeal. */
export interface AppealFormReader extends ShelfReader, FormReader {
  entries: readonly CatalogueEntry[];
  spares: readonly Spare[];
}

/** @param appeal null for a new one */
export function appealFormPage(appeal: Appeal | null, form: FormState, reader: AppealFormReader): AppealFormPage {
  const { values } = form;
  const suggestions = labelSuggestions(reader.t);
  return {
    appealHref: appeal && link(paths.appeal, { id: appeal.id }),
    presenceAction: appeal && link(paths.presence, { id: appeal.id }),
    action: appeal ? link(paths.editAppeal, { id: appeal.id }) : paths.appeals,
    version: appeal && Number(values.version ?? appeal.version),
    kinds: options(kinds, 'kind', values.kind ?? 'item'),
    channels: options(channels, 'channel', values.channel ?? 'facebook'),
    languages: options(languages, 'language', values.customerLanguage ?? 'de'),
    sought: attributeRows(values.soughtLabel, values.soughtValue, suggestions),
    photos: photoRows(
      values,
      reader.waiting,
      appeal?.photos.map((photo) => appealPhoto(appeal.id, photo)),
    ),
    labelSuggestions: suggestions,
    entries: appeal ? [] : namedOptions(reader.entries, values.entryId),
    spares: appeal ? [] : reader.spares.map((spare) => spareCard(spare, reader)),
    mayPublish: appeal === null || (appeal.status === 'draft' && approvalOf(appeal) === 'unasked'),
    voidsApproval: appeal !== null && approvalOf(appeal) === 'given',
    form,
  };
}
