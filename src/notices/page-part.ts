import { answerFormOf } from '../domain/answer-form';
import type { NoticeGroup } from './find-notices';

/**
 * Which part of an appeal's page a notice leads to: whoever is asked for something finds the form for it open.
 * @returns such as `#offer`; empty where the page as a whole is meant
 */
export function pagePartOf({ appeal, notices }: Pick<NoticeGroup, 'appeal' | 'notices'>): string {
  const isAsked = notices.some(({ kind }) => kind === 'asked' || kind === 'near');
  return isAsked && appeal.status === 'searching' ? `#${answerFormOf(appeal)}` : '';
}
