import type { RequestHandler } from 'express';
import { appealsOnDesk } from '../../appeals/find-appeals';
import { hearsBy } from '../../domain/promise';
import { confirmationDeadlines } from '../../domain/spare';
import { dayOf } from '../../domain/working-days';
import { foundThingsOf } from '../../found/found-thing';
import { countLostReports } from '../../found/lost-reports';
import { claimsToReleaseBy } from '../../found/to-release';
import { countKeptMails } from '../../inbox/kept-mails';
import { watchNewsFor } from '../../matching/watch-news';
import { appealsWithUnsaid, messagesOfMany } from '../../messages/find-messages';
import type { Services } from '../../services';
import { sparesHeldBy } from '../../shelf/find-spares';
import { personSearchesOf } from '../../sought/person-search';
import { showPage } from '../page';
import { deskPage } from '../presenters/desk/desk-page';
import { calendarDay } from '../times';
import { actorOf } from '../viewer';

const dayMs = 24 * 60 * 60 * 1000;

/** What waits for the agent. */
export function deskController({ config }: Pick<Services, 'config'>): RequestHandler {
  return async (request, response) => {
    const { calendar } = config;
    const { id } = actorOf(request);
    const [appeals, spares, news, toRelease] = await Promise.all([
      appealsWithUnsaid().then((unsaid) => appealsOnDesk(id, unsaid)),
      sparesHeldBy(id),
      watchNewsFor(actorOf(request)),
      claimsToReleaseBy(actorOf(request)),
    ]);
    const ids = appeals.map((appeal) => appeal.id);
    const [messages, persons, found] = await Promise.all([
      messagesOfMany(ids),
      personSearchesOf(ids),
      foundThingsOf(ids),
    ]);
    const cases = appeals.map((appeal) => ({
      appeal,
      messages: messages.get(appeal.id) ?? [],
      hearsBy: hearsBy(appeal, calendar),
      person: persons.get(appeal.id),
      found: found.get(appeal.id),
    }));
    const { due } = confirmationDeadlines(new Date(), config.spareConfirmDays);
    const dueSpares = spares.filter(({ confirmedAt }) => confirmedAt <= due);
    const now = {
      today: dayOf(new Date(), calendar),
      keptSince: new Date(Date.now() - config.ownerKeepDays * dayMs),
      sayDay: (day: string) => calendarDay(day, request.viewer.language),
    };
    const besides = {
      toRelease,
      dueSpares,
      watches: news,
      keptMails: await countKeptMails(),
      lostReports: await countLostReports(),
    };
    showPage(response, 'desk/desk', deskPage(cases, besides, now));
  };
}
