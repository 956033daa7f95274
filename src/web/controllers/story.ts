import type { RequestHandler } from 'express';
import { appealFor } from '../../appeals/find-appeals';
import { thanksConsent } from '../../domain/thanks-consent';
import { NotFound } from '../../errors';
import { translator } from '../../i18n/translator';
import { assembleStory } from '../../messages/assemble-story';
import { wordsOf } from '../../messages/find-messages';
import { link, paths } from '../../paths';
import { namesOf } from '../../people/accounts';
import { showPage } from '../page';
import { storyPage } from '../presenters/story-page';
import { actorOf } from '../viewer';
import { param } from './params';

/** A happy end as texts to tell it with, ready to be edited; they are copied, not sent. Of a person nothing is told. */
export const showStory: RequestHandler = async (request, response) => {
  const appeal = await appealFor(actorOf(request), param(request, 'id'));
  if (appeal.kind === 'person' || appeal.status !== 'closed' || appeal.outcome !== 'happy') throw new NotFound();
  const consent = thanksConsent(appeal);
  const thanked = appeal.timeline.find(({ type }) => type === 'customer_thanked');
  const messageId = thanked?.type === 'customer_thanked' ? thanked.messageId : '';
  const words = consent ? ((await wordsOf([messageId])).get(messageId) ?? null) : null;
  const story = assembleStory(appeal, {
    t: translator(request.viewer.language),
    names: await namesOf(appeal.finds.map(({ finder }) => finder)),
    thanks: { internal: consent?.shareable ? words : null, public: consent?.publicUse ? words : null },
  });
  showPage(response, 'appeals/story', storyPage(appeal, link(paths.appeal, { id: appeal.id }), story));
};
