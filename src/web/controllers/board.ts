import type { RequestHandler } from 'express';
import { board } from '../../appeals/board';
import { boardQuery } from '../forms/board-query';
import { showPage } from '../page';
import { boardPage } from '../presenters/board-page';

/** The board. */
export const showBoard: RequestHandler = async (request, response) => {
  const query = boardQuery.parse(request.query);
  showPage(response, 'board/board', boardPage(await board(query), query));
};
