import type { Attribute } from './appeal';
import type { Photo } from './photo';

/** What is known of a thing that comes again, such as a promo gift: anybody in the company may read it. */
export interface EntryWords {
  name: string;
  /** As people say it: "2008/2009". */
  year: string;
  /** The campaign or fair it was made for. */
  campaign: string;
  words: string;
  attributes: Attribute[];
  /** Without the `#`. */
  tags: string[];
}

/** A thing that comes again: appeals for it and spares of it are linked to it, and so to each other. */
export interface CatalogueEntry extends EntryWords {
  id: string;
  /** Grows by one with every edit. */
  version: number;
  /** Reference photos. */
  photos: Photo[];
  createdAt: Date;
}
