import type { Appeal, Attribute } from '../../domain/appeal';
import type { CatalogueEntry } from '../../domain/catalogue-entry';
import type { Photo } from '../../domain/photo';
import type { Spare } from '../../domain/spare';
import { link, paths } from '../../paths';
import { attributeRows } from './attribute-rows';
import type { FormState } from './option';
import { type FormReader, type PhotoRow, photoRows } from './photo-rows';
import { appealPhotoOrNull, type PhotoView, photoView } from './photo-view';
import { labelSuggestions } from './spare-form-page';
import { type ShelfReader, type SpareCard, spareCard } from './spare-view';
import { statusLabel } from './status-label';

/** The catalogue: things that come again, by name. */
export interface CataloguePage {
  entries: { href: string; name: string; year: string; campaign: string; photo: PhotoView | null }[];
  /** Null for those who may not add any. */
  newHref: string | null;
}

/** @param mayEdit agents keep the catalogue */
export function cataloguePage(entries: readonly CatalogueEntry[], mayEdit: boolean): CataloguePage {
  return {
    entries: entries.map(({ id, name, year, campaign, photos: [photo] }) => ({
      href: link(paths.entry, { entryId: id }),
      name,
      year,
      campaign,
      photo: photo ? entryPhoto(id, photo) : null,
    })),
    newHref: mayEdit ? paths.newEntry : null,
  };
}

/** One thing of the catalogue, and what is linked to it. */
export interface EntryPage {
  title: string;
  year: string;
  campaign: string;
  words: string;
  attributes: Attribute[];
  tags: { tag: string; href: string }[];
  photos: PhotoView[];
  spares: SpareCard[];
  appeals: { href: string; title: string; status: string; statusLabel: string; photo: PhotoView | null }[];
  /** Null for those who may not. */
  editHref: string | null;
  newAppealHref: string | null;
}

/** What is linked to an entry, and who reads of it. */
interface EntryReader extends ShelfReader {
  spares: readonly Spare[];
  appeals: readonly Appeal[];
  mayEdit: boolean;
}

/** An entry as anybody in the company sees it. */
export function entryPage(entry: CatalogueEntry, { spares, appeals, mayEdit, ...reader }: EntryReader): EntryPage {
  const entryId = entry.id;
  return {
    title: entry.name,
    year: entry.year,
    campaign: entry.campaign,
    words: entry.words,
    attributes: entry.attributes.map(({ label, value }) => ({ label, value })),
    tags: entry.tags.map((tag) => ({ tag, href: `${paths.board}?q=${encodeURIComponent(tag)}` })),
    photos: entry.photos.map((photo) => entryPhoto(entryId, photo)),
    spares: spares.map((spare) => spareCard(spare, reader)),
    appeals: appeals.map((appeal) => ({
      href: link(paths.appeal, { id: appeal.id }),
      title: appeal.title,
      status: appeal.status,
      statusLabel: statusLabel(appeal),
      photo: appealPhotoOrNull(appeal.id, appeal.photos[0]),
    })),
    editHref: mayEdit ? link(paths.editEntry, { entryId }) : null,
    newAppealHref: mayEdit ? `${paths.newAppeal}?entry=${entryId}` : null,
  };
}

/**
 * New entry, or edit one. Fields, all in `form.values` under these names: name, year, campaign, words, attributeLabel[]
 * and attributeValue[] (repeated), tags (one line), photos (files) and those of photo-rows.ts,
 * version (hidden, when editing).
 */
export interface EntryFormPage {
  /** Null when new. */
  entryHref: string | null;
  action: string;
  version: unknown;
  attributes: Attribute[];
  photos: PhotoRow[];
  labelSuggestions: string[];
  form: FormState;
}

/** @param entry null for a new one */
export function entryFormPage(
  entry: CatalogueEntry | null,
  form: FormState,
  { t, waiting }: FormReader,
): EntryFormPage {
  const { values } = form;
  const suggestions = labelSuggestions(t);
  return {
    entryHref: entry && link(paths.entry, { entryId: entry.id }),
    action: entry ? link(paths.editEntry, { entryId: entry.id }) : paths.catalogue,
    version: entry && (values.version ?? entry.version),
    attributes: attributeRows(values.attributeLabel, values.attributeValue, suggestions),
    photos: photoRows(
      values,
      waiting,
      entry?.photos.map((photo) => entryPhoto(entry.id, photo)),
    ),
    labelSuggestions: suggestions,
    form,
  };
}

/** What the fields hold when an entry is opened for editing. */
export function entryValues({
  name,
  year,
  campaign,
  words,
  attributes,
  tags,
}: CatalogueEntry): Record<string, unknown> {
  return {
    name,
    year,
    campaign,
    words,
    attributeLabel: attributes.map(({ label }) => label),
    attributeValue: attributes.map(({ value }) => value),
    tags: tags.map((tag) => `#${tag}`).join(' '),
  };
}

function entryPhoto(entryId: string, photo: Photo): PhotoView {
  return photoView(photo, (file) => link(paths.entryPhoto, { entryId, photoId: photo.id, file }));
}
