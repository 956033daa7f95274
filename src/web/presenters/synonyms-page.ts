import type { EditableGroup } from '../../matching/edit-synonyms';
import type { FormState } from './option';

/** Words of one meaning, for admins. */
export interface SynonymsPage {
  /** What is looked for. */
  text: string;
  groups: { key: string; id: string; words: string; changed: boolean }[];
  form: FormState;
  /** Key of the group whose form came back; empty for a new one. */
  rejectedKey: string;
}

/** @param form fresh, or the one that was refused */
export function synonymsPage(groups: readonly EditableGroup[], text: string, form: FormState): SynonymsPage {
  return {
    text,
    groups: groups.map(({ key, words, changed }, place) => ({
      key,
      id: `group-${place}`,
      words: form.values.key === key ? String(form.values.words ?? '') : words.join(', '),
      changed,
    })),
    form,
    rejectedKey: String(form.values.key ?? ''),
  };
}
