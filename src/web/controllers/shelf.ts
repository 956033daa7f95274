import type { RequestHandler } from 'express';
import { namesOf } from '../../people/accounts';
import { spares } from '../../shelf/find-spares';
import { pageQuery } from '../forms/board-query';
import { showPage } from '../page';
import { shelfPage } from '../presenters/shelf-page';

/** The shelf. */
export const showShelf: RequestHandler = async (request, response) => {
  const page = await spares(pageQuery.parse(request.query).after);
  showPage(response, 'shelf/shelf', shelfPage(page, await namesOf(page.items.map(({ holder }) => holder))));
};
