import { appealFor } from '../appeals/find-appeals';
import type { AccountActor } from '../domain/actor';
import { type AnswerForm, answerFormOf } from '../domain/answer-form';
import type { Appeal } from '../domain/appeal';
import type { TimelineEvent } from '../domain/timeline-event';
import { NotFound } from '../errors';
import { translator } from '../i18n/translator';
import { nextAttempt } from '../messages/retry';
import type { ChatHookRecord } from '../models/chat-hook';
import { ChatPostModel, type ChatPostRecord } from '../models/chat-post';
import { isPassing, type Post } from '../webhook/post-outside';
import { isOthersFault } from '../webhook/unreachable';
import { WebhookRefused } from '../webhook/webhook-refused';
import { chatHookOf, chatHooks, markFailing } from './chat-hooks';
import { type ChatNews, chatMessage } from './chat-message';

const leaseMs = 60_000;

/** Whoever reads a chat sees what any colleague does. */
const anyColleague: AccountActor = { kind: 'account', id: '', roles: ['employee'] };

/** What chats are told with. */
export interface ChatTools {
  post: Post;
  /** Whole addresses. */
  answerUrlOf: (appealId: string, form: AnswerForm) => string;
  photoUrlOf: (appealId: string, photoId: string) => string;
  boardUrl: string;
}

/** A new appeal is to be told in every room there is; each once, however often this is said. */
export async function announce(appeal: Appeal, event: TimelineEvent): Promise<void> {
  for (const { _id } of await chatHooks()) {
    const hook = _id.toHexString();
    const now = new Date();
    const post = { appeal: appeal.id, hook, dueAt: now, attempts: 0, madeAt: now };
    await ChatPostModel.updateOne({ _id: `${event.id}:${hook}` }, { $setOnInsert: post }, { upsert: true });
  }
}

/**
 * Tells what is due. Safe in several processes and again after a crash: a post is taken by moving its time.
 * @throws AggregateError when that was our fault; whatever was not taken is tried again
 */
export async function postToChats(tools: ChatTools): Promise<void> {
  const faults: unknown[] = [];
  for (let post = await take(); post; post = await take()) {
    const { attempts, hook } = post;
    const dueAt = await tell(post, tools).then(
      () => markFailing(hook, null),
      async (error) => {
        if (isOthersFault(error)) await markFailing(hook, new Date());
        else faults.push(error);
        return nextAttempt(attempts, error);
      },
    );
    await ChatPostModel.updateOne({ _id: post._id }, dueAt ? { $set: { dueAt } } : { $unset: { dueAt: 1 } });
  }
  if (faults.length > 0) throw new AggregateError(faults, 'some chats could not be told');
}

/** Tells a room that it was found. @throws WebhookRefused and other errors when it was not taken */
export async function testChat(hook: ChatHookRecord, { post, boardUrl }: ChatTools): Promise<void> {
  const t = translator(hook.language);
  const news = { title: t('chat.testTitle'), text: t('chat.testText'), url: boardUrl, button: t('layout.board') };
  await send(hook, { ...news, photoUrl: '' }, post);
}

async function take(): Promise<ChatPostRecord | null> {
  const now = new Date();
  const change = { $set: { dueAt: new Date(now.getTime() + leaseMs) }, $inc: { attempts: 1 } };
  return ChatPostModel.findOneAndUpdate({ dueAt: { $lte: now } }, change, {
    sort: { dueAt: 1 },
    returnDocument: 'after',
  }).lean();
}

async function tell({ appeal: id, hook: hookId }: ChatPostRecord, tools: ChatTools): Promise<void> {
  try {
    const [hook, appeal] = [await chatHookOf(hookId), await appealFor(anyColleague, id)];
    await send(hook, newsOf(appeal, hook, tools), tools.post);
  } catch (error) {
    // The room or the appeal is gone meanwhile.
    if (!(error instanceof NotFound)) throw error;
  }
}

function newsOf(appeal: Appeal, hook: ChatHookRecord, tools: ChatTools): ChatNews {
  const { id, title, place, story, photos } = appeal;
  const form = answerFormOf(appeal);
  const [photo] = photos;
  return {
    title,
    text: [place, story].filter((words) => words !== '').join('\n\n'),
    url: tools.answerUrlOf(id, form),
    button: translator(hook.language)(`find.${form}.open`),
    photoUrl: photo ? tools.photoUrlOf(id, photo.id) : '',
  };
}

async function send({ kind, url }: ChatHookRecord, news: ChatNews, post: Post): Promise<void> {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  const { status } = await post(url, headers, JSON.stringify(chatMessage(kind, news)));
  if (status < 200 || status >= 300) throw new WebhookRefused(`the chat answered ${status}`, !isPassing(status));
}
