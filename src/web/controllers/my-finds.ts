import type { RequestHandler } from 'express';
import { appealsWithFindsOf } from '../../appeals/find-appeals';
import { sharedThanks } from '../../messages/shared-thanks';
import { namesOf, placesOf } from '../../people/accounts';
import { showPage } from '../page';
import { myFindsPage } from '../presenters/my-finds-page';
import { actorOf } from '../viewer';

/** What the viewer has offered, and what to do next. */
export const showMyFinds: RequestHandler = async (request, response) => {
  const actor = actorOf(request);
  const appeals = await appealsWithFindsOf(actor);
  const agents = appeals.map(({ openedBy }) => openedBy);
  const [names, places, words] = await Promise.all([
    namesOf([actor.id, ...agents]),
    placesOf(agents),
    sharedThanks(appeals),
  ]);
  showPage(response, 'finds/my-finds', myFindsPage(appeals, { actor, names, places, words }));
};
