import type { RequestHandler } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { newestPublished } from '../../appeals/newest-published';
import type { AccountActor } from '../../domain/actor';
import { NotFound } from '../../errors';
import { chooseLanguage, translator } from '../../i18n/translator';
import { link, paths } from '../../paths';
import { namesOf } from '../../people/accounts';
import type { Services } from '../../services';
import { flash } from '../flash';
import { parseForm } from '../forms/parse';
import { bareForm } from '../forms/version';
import { seeOther } from '../page';
import { colleagueFeed } from '../presenters/colleague/feed';
import { actorOf } from '../viewer';
import { param } from './params';

const newest = 30;

/** Whoever fetches a photo by a ticket sees what any colleague does. */
const anyColleague: AccountActor = { kind: 'account', id: '', roles: ['employee'] };

/** New appeals in a feed reader, and the photos in it and in chats: both are fetched by programs that cannot sign in. */
export function feedController({
  config,
  feedTokens,
  photoTickets,
  photoStore,
}: Pick<Services, 'config' | 'feedTokens' | 'photoTickets' | 'photoStore'>) {
  const show: RequestHandler = async (request, response) => {
    const token = param(request, 'feedToken');
    const reader = await feedTokens.readerBy(token);
    const language = chooseLanguage(reader.language);
    const appeals = await newestPublished(newest);
    const feed = colleagueFeed(appeals, {
      t: translator(language),
      language,
      brandName: config.brandName,
      baseUrl: config.baseUrl,
      feedPath: link(paths.feed, { feedToken: token }),
      names: await namesOf(appeals.map(({ openedBy }) => openedBy)),
      photoPathOf: (appealId, photoId) =>
        link(paths.sharedPhoto, { ticket: photoTickets.ticketFor({ appealId, photoId }) }),
    });
    response.set('Referrer-Policy', 'no-referrer').type('application/atom+xml').send(feed);
  };

  const photo: RequestHandler = async (request, response) => {
    const shown = photoTickets.read(param(request, 'ticket'));
    if (!shown) throw new NotFound();
    const { photos } = await appealFor(anyColleague, shown.appealId);
    if (!photos.some(({ id }) => id === shown.photoId)) throw new NotFound();
    response.set({ 'Cache-Control': 'private, max-age=86400', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    response.sendFile(photoStore.fileOf(shown.photoId, 'medium.jpg'), { cacheControl: false, dotfiles: 'allow' });
  };

  const change = (name: 'renew' | 'revoke', sentence: string): RequestHandler => {
    return async (request, response) => {
      parseForm(bareForm, request.body);
      await feedTokens[name](actorOf(request));
      flash(request, sentence);
      seeOther(response, paths.noticeWishes);
    };
  };

  return { show, photo, renew: change('renew', 'flash.feedRenewed'), revoke: change('revoke', 'flash.feedRevoked') };
}
