import type { RequestHandler } from 'express';
import { appealsOnDesk } from '../../appeals/find-appeals';
import { messagesOfMany } from '../../messages/find-messages';
import { showPage } from '../page';
import { deskPage } from '../presenters/desk-page';
import { actorOf } from '../viewer';

/** What waits for the agent. */
export const showDesk: RequestHandler = async (request, response) => {
  const appeals = await appealsOnDesk(actorOf(request).id);
  const messages = await messagesOfMany(appeals.map(({ id }) => id));
  const cases = appeals.map((appeal) => ({ appeal, messages: messages.get(appeal.id) ?? [] }));
  showPage(response, 'desk/desk', deskPage(cases));
};
