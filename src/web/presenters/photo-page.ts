import type { Appeal } from '../../domain/appeal';
import { mostRegions, originalOf, type Photo } from '../../domain/photo';
import { link, paths } from '../../paths';
import { textsOf } from './attribute-rows';
import type { FormState } from './option';
import { appealPhoto, type PhotoView } from './photo-view';

/** A row of numbers in percent, as text; empty where nothing is marked. */
export interface RegionRow {
  number: number;
  left: string;
  top: string;
  width: string;
  height: string;
}

/** One photo of an appeal, for agents. Fields: photoAlt; left[], top[], width[], height[] (repeated), version (hidden). */
export interface PhotoPage {
  appealHref: string;
  title: string;
  version: number;
  /** As it was sent. */
  photo: PhotoView;
  blurAction: string;
  describeAction: string;
  /** What is to be seen, as it is said or was just typed. */
  alt: unknown;
  /** Null where nothing is blurred. */
  unblurAction: string | null;
  removeAction: string;
  rows: RegionRow[];
  /** What is wrong with the numbers. */
  rowErrors: FormState['errors'];
  form: FormState;
}

/** @param form fresh, or as it came back */
export function photoPage(appeal: Appeal, photo: Photo, form: FormState): PhotoPage {
  const values = { id: appeal.id, photoId: photo.id };
  return {
    appealHref: link(paths.appeal, { id: appeal.id }),
    title: appeal.title,
    version: appeal.version,
    photo: appealPhoto(appeal.id, { ...photo, ...originalOf(photo) }),
    blurAction: link(paths.photoBlur, values),
    describeAction: link(paths.photoDescription, values),
    alt: form.values.photoAlt ?? photo.alt ?? '',
    unblurAction: photo.original ? link(paths.photoOriginal, values) : null,
    removeAction: link(paths.photoRemoval, values),
    rows: regionRows(photo, form),
    rowErrors: form.errors.filter(({ field }) => isEdge(field)),
    form,
  };
}

const edges: readonly string[] = ['left', 'top', 'width', 'height'];
const isEdge = (field: string): boolean => edges.includes(field);

function regionRows({ blurred = [] }: Photo, { values }: FormState): RegionRow[] {
  const edge = (name: 'left' | 'top' | 'width' | 'height') =>
    values[name] === undefined ? blurred.map((region) => String(region[name])) : textsOf(values[name]);
  const [left, top, width, height] = [edge('left'), edge('top'), edge('width'), edge('height')];
  return Array.from({ length: mostRegions }, (_, at) => ({
    number: at + 1,
    left: left[at] ?? '',
    top: top[at] ?? '',
    width: width[at] ?? '',
    height: height[at] ?? '',
  }));
}
