import type { RequestHandler } from 'express';
import { accountsIn } from '../../domain/accounts-in';
import { translator } from '../../i18n/translator';
import { noticesFor } from '../../notices/find-notices';
import { markAllRead, markRead } from '../../notices/mark-read';
import { mute, unmute } from '../../notices/mute';
import { link, paths } from '../../paths';
import { namesOf } from '../../people/accounts';
import { allReadForm, readForm } from '../forms/notices';
import { parseForm } from '../forms/parse';
import { bareForm } from '../forms/version';
import { seeOther, showPage } from '../page';
import { noticesPage } from '../presenters/notices-page';
import { actorOf } from '../viewer';
import type { Command } from './command';
import { param } from './params';

/** What somebody is to hear of. Looking at it changes nothing; that it was read is said by a form. */
export const noticesController = {
  show: (async (request, response) => {
    const actor = actorOf(request);
    const now = new Date();
    const groups = await noticesFor(actor);
    const names = await namesOf([actor.id, ...groups.flatMap(({ appeal }) => accountsIn(appeal))]);
    const reader = { actor, names, t: translator(request.viewer.language) };
    showPage(response, 'notices/notices', noticesPage(groups, reader, now));
  }) satisfies RequestHandler,

  readAll: (async (request, response) => {
    await markAllRead(actorOf(request), parseForm(allReadForm, request.body).until);
    seeOther(response, paths.notices);
  }) satisfies RequestHandler,

  read: (async (request, response) => {
    const id = param(request, 'id');
    const { until, from } = parseForm(readForm, request.body);
    await markRead(actorOf(request), id, until);
    seeOther(response, from === 'list' ? paths.notices : link(paths.appeal, { id }));
  }) satisfies RequestHandler,
};

/** Hearing nothing of a case, and hearing of it again. */
export function muteController(command: Command) {
  return {
    mute: command('muted', bareForm, ({ actor, appealId }) => mute(actor, appealId)),
    unmute: command('unmuted', bareForm, ({ actor, appealId }) => unmute(actor, appealId)),
  };
}
