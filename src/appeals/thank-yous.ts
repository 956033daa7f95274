import type { AccountActor } from '../domain/actor';
import type { Appeal } from '../domain/appeal';
import { type Help, helpOf } from '../domain/help';
import { AppealModel } from '../models/appeal';
import { toAppeal } from './appeal-record';

const mostShown = 20;

/** A case that ended well, and what the reader did for it. */
export interface ThankYou {
  appeal: Appeal;
  help: Help;
}

/** Cases that ended well for which an account searched or gave, the newest first. */
export async function thankYousFor({ id }: AccountActor): Promise<ThankYou[]> {
  const records = await AppealModel.find({
    'timeline.actor.id': id,
    status: 'closed',
    outcome: 'happy',
    kind: { $ne: 'person' },
    withheld: { $ne: true },
  })
    .sort({ publishedAt: -1 })
    .limit(mostShown)
    .lean();
  return records.map(toAppeal).flatMap((appeal) => {
    const help = helpOf(appeal, id);
    return help ? [{ appeal, help }] : [];
  });
}
