import type { RequestHandler } from 'express';
import { appealsOnDesk } from '../../appeals/find-appeals';
import { confirmationDeadlines } from '../../domain/spare';
import { watchNewsFor } from '../../matching/watch-news';
import { messagesOfMany } from '../../messages/find-messages';
import type { Services } from '../../services';
import { sparesHeldBy } from '../../shelf/find-spares';
import { showPage } from '../page';
import { deskPage } from '../presenters/desk-page';
import { actorOf } from '../viewer';

/** What waits for the agent. */
export function showDesk({ config }: Pick<Services, 'config'>): RequestHandler {
  return async (request, response) => {
    const { id } = actorOf(request);
    const [appeals, spares, news] = await Promise.all([
      appealsOnDesk(id),
      sparesHeldBy(id),
      watchNewsFor(actorOf(request)),
    ]);
    const messages = await messagesOfMany(appeals.map((appeal) => appeal.id));
    const cases = appeals.map((appeal) => ({ appeal, messages: messages.get(appeal.id) ?? [] }));
    const { due } = confirmationDeadlines(new Date(), config.spareConfirmDays);
    showPage(
      response,
      'desk/desk',
      deskPage(
        cases,
        spares.filter(({ confirmedAt }) => confirmedAt <= due),
        news,
      ),
    );
  };
}
