import type { Appeal } from './appeal';

/** The form a colleague answers an appeal by: things are offered, of people and owners somebody knows something. */
export type AnswerForm = 'offer' | 'lead';

/** @returns which form answers an appeal; also what its part of the page is called */
export function answerFormOf({ kind }: Pick<Appeal, 'kind'>): AnswerForm {
  return kind === 'item' ? 'offer' : 'lead';
}
