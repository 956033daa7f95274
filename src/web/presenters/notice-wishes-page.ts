import { noticeKinds, noticeMedia, pacesOf } from '../../domain/notice';
import type { Translate } from '../../i18n/translator';
import { paths } from '../../paths';
import { wishField } from '../forms/notice-wishes';
import { type FormState, type Option, options } from './option';

/** View `notices/wishes`. */
export interface NoticeWishesPage {
  /** Finished text. */
  heading: string;
  action: string;
  wishes: {
    label: string;
    hint: string;
    choices: { name: string; label: string; options: Option[]; error: string }[];
  }[];
  form: FormState;
}

export function noticeWishesPage(form: FormState, t: Translate): NoticeWishesPage {
  return {
    heading: t('notice.wishes'),
    action: paths.noticeWishes,
    wishes: noticeKinds.map((kind) => ({
      label: `notice.kind.${kind}`,
      hint: `notice.kindHint.${kind}`,
      choices: noticeMedia.map((medium) => {
        const name = wishField(kind, medium);
        const error = form.errorOf[name] ?? '';
        const label = `notice.medium.${medium}`;
        return { name, label, options: options(pacesOf[medium], `notice.pace.${medium}`, form.values[name]), error };
      }),
    })),
    form,
  };
}
