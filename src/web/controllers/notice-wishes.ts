import type { Request, RequestHandler, Response } from 'express';
import { noticeKinds, noticeMedia } from '../../domain/notice';
import { translator } from '../../i18n/translator';
import { devicesOf } from '../../notices/push-devices';
import { unsubscribe, unsubscriptionBy } from '../../notices/unsubscribe';
import { type NoticeWishes, saveWishes, wishesFor } from '../../notices/wishes';
import { link, paths } from '../../paths';
import type { Services } from '../../services';
import { flash } from '../flash';
import { freshForm, showingAgain } from '../forms/form-state';
import { noticeWishesForm, unsubscribeForm, wishField } from '../forms/notice-wishes';
import { parseForm } from '../forms/parse';
import { seeOther, showPage } from '../page';
import { noticeWishesPage } from '../presenters/notice-wishes-page';
import type { FormState } from '../presenters/option';
import { actorOf } from '../viewer';
import { param } from './params';

/** How somebody wants to hear of things. */
export function noticeWishesController({
  config,
  pushKeys,
  feedTokens,
}: Pick<Services, 'config' | 'pushKeys' | 'feedTokens'>) {
  async function show(request: Request, response: Response, form: FormState): Promise<void> {
    const t = translator(request.viewer.language);
    const actor = actorOf(request);
    const [{ publicKey }, devices, token] = await Promise.all([pushKeys, devicesOf(actor), feedTokens.tokenOf(actor)]);
    const feedUrl = token && config.baseUrl + link(paths.feed, { feedToken: token });
    showPage(response, 'notices/wishes', noticeWishesPage(form, { publicKey, devices, feedUrl }, t));
  }

  const showWishes: RequestHandler = async (request, response) => {
    await show(request, response, freshForm(valuesOf(await wishesFor(actorOf(request)))));
  };

  const save = showingAgain(show, async (request, response) => {
    const { wishes, tags } = parseForm(noticeWishesForm, request.body);
    await saveWishes(actorOf(request), wishes, tags);
    flash(request, 'flash.wishesSaved');
    seeOther(response, paths.noticeWishes);
  });

  return { show: showWishes, save };
}

function valuesOf({ wishes, tags }: NoticeWishes): Record<string, unknown> {
  const chosen = noticeKinds.flatMap((kind) =>
    noticeMedia.map((medium) => [wishField(kind, medium), wishes[kind][medium]] as const),
  );
  return { ...Object.fromEntries(chosen), tags: tags.map((tag) => `#${tag}`).join(' ') };
}

/** View `notices/unsubscribe`. */
export interface UnsubscribePage {
  heading: string;
  /** Locale keys of what the mails are about. */
  about: string[];
  /** Null once it is done. */
  action: string | null;
}

/** The link at the end of a mail: whoever holds it needs no account. Following it only asks; the form ends the mails. */
export function unsubscribeController({ unsubscribeLinks }: Pick<Services, 'unsubscribeLinks'>) {
  const handler =
    (isDone: boolean): RequestHandler =>
    async (request, response) => {
      const unsubscription = unsubscriptionBy(unsubscribeLinks, param(request, 'letter'));
      if (isDone) {
        parseForm(unsubscribeForm, request.body);
        await unsubscribe(unsubscription);
      }
      const about = unsubscription.kinds.map((kind) => `notice.kind.${kind}`);
      const heading = translator(request.viewer.language)(`notice.unsubscribe.${isDone ? 'done' : 'title'}`);
      const page: UnsubscribePage = { heading, about, action: isDone ? null : request.path };
      showPage(response, 'notices/unsubscribe', page);
    };
  // A mail program follows no redirect, so the answer is the page itself.
  return { ask: handler(false), unsubscribe: handler(true) };
}
