import type { Translate } from '../../i18n/translator';
import { textsOf } from './attribute-rows';
import type { PhotoView } from './photo-view';

/**
 * A photo in a form: it is here already, and may still be described, moved and taken out. Fields of the form: photo[]
 * (hidden, in their order) with photoAlt[], dropPhoto[] (checkbox a photo).
 */
export interface PhotoRow {
  /** What the form names it by. */
  ref: string;
  view: PhotoView;
  alt: string;
  dropped: boolean;
}

/** Who fills in a form with photos. */
export interface FormReader {
  t: Translate;
  /** Photos that came ahead of the form, or with it when it was refused. */
  waiting: readonly PhotoRow[];
}

/**
 * The photos of a form, in their order: those typed, or else those of the record.
 * @param values what was typed; nothing at first
 * @param waiting photos that came ahead of the form, or with it when it was refused
 * @param kept photos of the record that is edited, which may stay; none of a new one
 */
export function photoRows(
  values: Readonly<Record<string, unknown>>,
  waiting: readonly PhotoRow[],
  kept: readonly PhotoView[] = [],
): PhotoRow[] {
  const own = kept.map((view) => ({ ref: view.id, view, alt: view.alt, dropped: false }));
  if (values.photo === undefined) return own;
  const [alts, dropped] = [textsOf(values.photoAlt), textsOf(values.dropPhoto)];
  const refs = textsOf(values.photo).filter((ref) => ref !== '');
  return refs.flatMap((ref, index) => {
    const row = [...own, ...waiting].find((candidate) => candidate.ref === ref);
    return row ? [{ ...row, alt: alts[index] ?? row.alt, dropped: dropped.includes(ref) }] : [];
  });
}
