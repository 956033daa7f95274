import type { RequestHandler } from 'express';
import { addDevice, removeDevice } from '../../notices/push-devices';
import { paths } from '../../paths';
import { flash } from '../flash';
import { parseForm } from '../forms/parse';
import { pushForm } from '../forms/push';
import { bareForm } from '../forms/version';
import { seeOther } from '../page';
import { actorOf } from '../viewer';
import { param } from './params';

/** The browsers in which somebody is told. */
export const pushController = {
  add: (async (request, response) => {
    const device = (request.get('User-Agent') ?? '').slice(0, 300);
    await addDevice(actorOf(request), { ...parseForm(pushForm, request.body), device });
    flash(request, 'flash.pushOn');
    seeOther(response, paths.noticeWishes);
  }) satisfies RequestHandler,

  remove: (async (request, response) => {
    parseForm(bareForm, request.body);
    await removeDevice(actorOf(request), param(request, 'deviceId'));
    flash(request, 'flash.pushOff');
    seeOther(response, paths.noticeWishes);
  }) satisfies RequestHandler,
};
