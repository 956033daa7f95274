import type { RequestHandler } from 'express';
import { appealsWithFindsOf } from '../../appeals/find-appeals';
import { thankYousFor } from '../../appeals/thank-yous';
import { confirmationDeadlines } from '../../domain/spare';
import { sharedThanks } from '../../messages/shared-thanks';
import { namesOf, placesOf } from '../../people/accounts';
import type { Services } from '../../services';
import { sparesHeldBy } from '../../shelf/find-spares';
import { showPage } from '../page';
import { myFindsPage } from '../presenters/my-finds-page';
import { actorOf } from '../viewer';

/** What the viewer has offered and what they keep, and what to do next. */
export function showMyFinds({ config }: Pick<Services, 'config'>): RequestHandler {
  return async (request, response) => {
    const actor = actorOf(request);
    const [appeals, spares, thankYous] = await Promise.all([
      appealsWithFindsOf(actor),
      sparesHeldBy(actor.id),
      thankYousFor(actor),
    ]);
    const agents = appeals.map(({ openedBy }) => openedBy);
    const [names, places, words] = await Promise.all([
      namesOf([actor.id, ...agents]),
      placesOf(agents),
      sharedThanks([...appeals, ...thankYous.map(({ appeal }) => appeal)]),
    ]);
    const deadlines = confirmationDeadlines(new Date(), config.spareConfirmDays);
    const reader = { actor, names, places, words, deadlines };
    showPage(response, 'finds/my-finds', myFindsPage(appeals, spares, thankYous, reader));
  };
}
