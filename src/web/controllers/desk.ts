import type { RequestHandler } from 'express';
import { appealsOnDesk } from '../../appeals/find-appeals';
import { watchNewsFor } from '../../matching/watch-news';
import { messagesOfMany } from '../../messages/find-messages';
import { showPage } from '../page';
import { deskPage } from '../presenters/desk-page';
import { actorOf } from '../viewer';

/** What waits for the agent. */
export const showDesk: RequestHandler = async (request, response) => {
  const [appeals, news] = await Promise.all([appealsOnDesk(actorOf(request).id), watchNewsFor(actorOf(request))]);
  const messages = await messagesOfMany(appeals.map(({ id }) => id));
  const cases = appeals.map((appeal) => ({ appeal, messages: messages.get(appeal.id) ?? [] }));
  showPage(response, 'desk/desk', deskPage(cases, news));
};
