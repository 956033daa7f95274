import type { RequestHandler } from 'express';
import { happyEnds } from '../../appeals/happy-ends';
import { photosOf, wordsOf } from '../../messages/find-messages';
import { pageQuery } from '../forms/board-query';
import { showPage } from '../page';
import { happyEndsPage } from '../presenters/happy-ends-page';

/** Cases that ended well, in the customers' words. */
export const showHappyEnds: RequestHandler = async (request, response) => {
  const page = await happyEnds(pageQuery.parse(request.query).after);
  const ids = page.items.map(({ messageId }) => messageId);
  const [words, photos] = await Promise.all([wordsOf(ids), photosOf(ids)]);
  showPage(response, 'happy-ends/happy-ends', happyEndsPage(page, words, photos));
};
