import type { Config } from '../config';
import type { Jobs } from '../jobs/jobs';
import type { Mailer } from '../messages/mailer';
import { createFeedTokens, type FeedTokens } from '../notices/feed-tokens';
import { defineNotices } from '../notices/notice-jobs';
import { createPhotoTickets, type PhotoTickets } from '../notices/photo-tickets';
import type { ChatTools } from '../notices/post-to-chats';
import { type PushKeys, pushKeys } from '../notices/push-keys';
import { createUnsubscribeLinks, type UnsubscribeLinks } from '../notices/unsubscribe-links';
import { link, paths } from '../paths';
import { createPost } from '../webhook/post-outside';

/** What notices are made and sent with. */
export interface NoticeServices {
  readonly unsubscribeLinks: UnsubscribeLinks;
  /** By which the makers of browsers know us. */
  readonly pushKeys: Promise<PushKeys>;
  readonly feedTokens: FeedTokens;
  readonly photoTickets: PhotoTickets;
  /** Tells chats of new appeals. */
  readonly chatTools: ChatTools;
}

/** Defines the jobs that tell people; whoever starts the jobs begins them. */
export function startNotices(
  config: Config,
  jobs: Jobs,
  { mailer, onError }: { mailer: Mailer; onError: (error: unknown) => void },
): NoticeServices {
  const unsubscribeLinks = createUnsubscribeLinks(config.sessionSecret);
  const keys = pushKeys();
  // Whoever needs them hears of it, too; a fault that nobody has waited for yet must not end the process.
  keys.catch(onError);
  const photoTickets = createPhotoTickets(config.sessionSecret);
  const chatTools = { post: createPost(), ...chatAddresses(config, photoTickets) };
  defineNotices(jobs, {
    ...{ mailer, unsubscribeLinks, keys, brandName: config.brandName },
    ...chatTools,
    timeZone: config.calendar.timeZone,
    ...addressesFor(config),
  });
  const feedTokens = createFeedTokens(config.sessionSecret);
  return { unsubscribeLinks, pushKeys: keys, feedTokens, photoTickets, chatTools };
}

/** The addresses that stand in what goes out about notices. */
function addressesFor({ baseUrl, mailFrom }: Pick<Config, 'baseUrl' | 'mailFrom'>) {
  const [address = ''] = /[^\s<>]+@[^\s<>]+/.exec(mailFrom) ?? [];
  return {
    subject: baseUrl.startsWith('https:') ? baseUrl : `mailto:${address}`,
    noticesPath: paths.notices,
    appealPathOf: (id: string) => link(paths.appeal, { id }),
    wishesUrl: baseUrl + paths.noticeWishes,
    appealUrlOf: (id: string) => baseUrl + link(paths.appeal, { id }),
    unsubscribeUrlOf: (letter: string) => baseUrl + link(paths.unsubscribe, { letter }),
  };
}

function chatAddresses({ baseUrl }: Pick<Config, 'baseUrl'>, { ticketFor }: PhotoTickets) {
  return {
    boardUrl: baseUrl + paths.board,
    answerUrlOf: (id: string, form: string) => `${baseUrl + link(paths.appeal, { id })}#${form}`,
    photoUrlOf: (appealId: string, photoId: string) =>
      baseUrl + link(paths.sharedPhoto, { ticket: ticketFor({ appealId, photoId }) }),
  };
}
