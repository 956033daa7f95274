import { generateRequestDetails } from 'web-push';
import { accountsIn } from '../domain/accounts-in';
import type { AccountActor } from '../domain/actor';
import { houseLanguage } from '../domain/languages';
import { hearableBy } from '../domain/notice-hearers';
import { translator } from '../i18n/translator';
import { PushSubscriptionModel, type PushSubscriptionRecord } from '../models/push-subscription';
import { type Account, findAccount, namesOf } from '../people/accounts';
import { isPassing, type Post } from '../webhook/post-outside';
import { Unreachable } from '../webhook/unreachable';
import { WebhookRefused } from '../webhook/webhook-refused';
import { groupsOf, type NoticeGroup } from './find-notices';
import { pagePartOf } from './page-part';
import { devicesOf } from './push-devices';
import type { PushKeys } from './push-keys';
import { type Round, sendRounds } from './rounds';
import { type NoticeReader, noticeSentence } from './sentence';

/** A notification is of no use to anybody after a day. */
const validSeconds = 24 * 60 * 60;
/** More notifications at once are one about all of them. */
const mostAtOnce = 3;

/** What notifications are sent with. */
export interface PushTools {
  post: Post;
  keys: Promise<PushKeys>;
  /** Who answers for them: `mailto:` or https. */
  subject: string;
  brandName: string;
  /** Addresses within the application. */
  appealPathOf: (appealId: string) => string;
  noticesPath: string;
}

/** What a browser is told. Everything of it stands on a lock screen. */
interface Notification {
  title: string;
  body: string;
  path: string;
  /** A later one of the same name takes its place. */
  topic: string;
}

/**
 * Tells people what is due, in every browser where they wish so.
 * @throws AggregateError when some could not be told; they are tried again
 */
export function pushNotices(tools: PushTools): Promise<void> {
  return sendRounds('push', (round) => pushRound(round, tools));
}

async function pushRound({ recipient, notices }: Round, tools: PushTools): Promise<void> {
  const devices = await devicesOf({ id: recipient });
  const account = devices.length > 0 ? await findAccount(recipient) : undefined;
  if (!account) return;
  const notifications = await notificationsFor(account, await groupsOf(account, notices), tools);
  for (const notification of notifications) await tellAll(devices, notification, tools);
}

async function notificationsFor(
  account: Account,
  groups: readonly NoticeGroup[],
  tools: PushTools,
): Promise<Notification[]> {
  const t = translator(account.language ?? houseLanguage);
  const title = tools.brandName;
  if (groups.length > mostAtOnce) {
    return [{ title, body: t('notice.bell', { count: groups.length }), path: tools.noticesPath, topic: 'notices' }];
  }
  const names = await namesOf([account.id, ...groups.flatMap(({ appeal }) => accountsIn(appeal))]);
  return groups.map((group) => ({
    title,
    body: bodyOf(group, { actor: colleagueOf(account), names, t }),
    path: tools.appealPathOf(group.appeal.id) + pagePartOf(group),
    topic: group.appeal.id,
  }));
}

/** Others may look at the screen, so also agents are told what any colleague could read. */
function colleagueOf({ id }: Account): AccountActor {
  return { kind: 'account', id, roles: ['employee'] };
}

function bodyOf({ appeal, notices }: NoticeGroup, reader: NoticeReader): string {
  const hearable = new Set(hearableBy(reader.actor, appeal).map(({ id }) => id));
  const open = notices.find(({ event }) => hearable.has(event.id));
  if (!open) return reader.t('notice.pushNews');
  const { sentence, values } = noticeSentence(appeal, open.event, open.kind, reader);
  return reader.t(sentence, values);
}

/** It is enough to have reached one of somebody's devices; only when none could be, it is tried again. */
async function tellAll(devices: readonly PushSubscriptionRecord[], notification: Notification, tools: PushTools) {
  const results = await Promise.allSettled(devices.map((device) => tell(device, notification, tools)));
  const faults = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (faults.length === devices.length) throw faults[0];
}

async function tell(device: PushSubscriptionRecord, notification: Notification, tools: PushTools): Promise<void> {
  const status = await statusOf(device, notification, tools);
  if (status === 404 || status === 410) await PushSubscriptionModel.deleteOne({ _id: device._id });
  else if (isPassing(status)) throw new Unreachable(String(status));
}

async function statusOf(device: PushSubscriptionRecord, notification: Notification, tools: PushTools): Promise<number> {
  try {
    return await send(device, notification, tools);
  } catch (error) {
    if (isGone(error)) return 410;
    throw error;
  }
}

async function send(device: PushSubscriptionRecord, notification: Notification, tools: PushTools): Promise<number> {
  const { topic, ...payload } = notification;
  const { publicKey, privateKey } = await tools.keys;
  const { headers, body } = generateRequestDetails(
    { endpoint: device.endpoint, keys: { p256dh: device.p256dh, auth: device.auth } },
    JSON.stringify({ ...payload, tag: topic }),
    { vapidDetails: { subject: tools.subject, publicKey, privateKey }, TTL: validSeconds, topic },
  );
  return (await tools.post(device.endpoint, headers as Record<string, string>, body ?? '')).status;
}

/** An address that leads inside, or a key that is none, is as good as gone. */
function isGone(error: unknown): boolean {
  if (error instanceof WebhookRefused) return error.final;
  return (error as NodeJS.ErrnoException).code === 'ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY';
}
