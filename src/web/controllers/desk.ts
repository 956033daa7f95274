import type { RequestHandler } from 'express';
import { appealsOnDesk } from '../../appeals/find-appeals';
import { hearsBy } from '../../domain/promise';
import { confirmationDeadlines } from '../../domain/spare';
import { dayOf } from '../../domain/working-days';
import { countKeptMails } from '../../inbox/kept-mails';
import { messagesOfMany } from '../../messages/find-messages';
import type { Services } from '../../services';
import { sparesHeldBy } from '../../shelf/find-spares';
import { showPage } from '../page';
import { deskPage } from '../presenters/desk-page';
import { calendarDay } from '../times';
import { actorOf } from '../viewer';

/** What waits for the agent. */
export function deskController({ config }: Pick<Services, 'config'>): RequestHandler {
  return async (request, response) => {
    const { calendar } = config;
    const { id } = actorOf(request);
    const [appeals, spares] = await Promise.all([appealsOnDesk(id), sparesHeldBy(id)]);
    const messages = await messagesOfMany(appeals.map((appeal) => appeal.id));
    const cases = appeals.map((appeal) => ({
      appeal,
      messages: messages.get(appeal.id) ?? [],
      hearsBy: hearsBy(appeal, calendar),
    }));
    const { due } = confirmationDeadlines(new Date(), config.spareConfirmDays);
    const dueSpares = spares.filter(({ confirmedAt }) => confirmedAt <= due);
    const now = {
      today: dayOf(new Date(), calendar),
      sayDay: (day: string) => calendarDay(day, request.viewer.language),
    };
    showPage(response, 'desk/desk', deskPage(cases, dueSpares, now, await countKeptMails()));
  };
}
