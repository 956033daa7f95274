import type { Appeal } from '../domain/appeal';
import type { Neighbours } from '../domain/notice-hearers';
import { foldedTag } from '../domain/words/appeal-tokens';
import { wordsIn } from '../domain/words/fold';
import { NoticeWishesModel } from '../models/notice-wishes';
import { placesOf } from '../people/accounts';

/** @returns those who know about what a new appeal seeks, and those who are near and want to hear of it */
export async function neighboursOf(appeal: Appeal): Promise<Neighbours> {
  const [knowing, near] = await Promise.all([knowingOf(appeal), nearTo(appeal)]);
  return { knowing, near };
}

/** @returns how many colleagues have said that they know about one of the case's hashtags; its agent is not counted */
export async function countKnowing({ hashtags, openedBy }: Appeal): Promise<number> {
  const tags = foldedTags(hashtags);
  if (tags.length === 0) return 0;
  return NoticeWishesModel.countDocuments({ foldedTags: { $in: tags }, _id: { $ne: openedBy } });
}

async function knowingOf({ hashtags }: Appeal): Promise<string[]> {
  const tags = foldedTags(hashtags);
  if (tags.length === 0) return [];
  const records = await NoticeWishesModel.find({ foldedTags: { $in: tags } }, { _id: 1 }).lean();
  return records.map(({ _id }) => _id);
}

async function nearTo({ place }: Appeal): Promise<string[]> {
  const words = new Set(wordsIn(place).map(({ word }) => word));
  if (words.size === 0) return [];
  const willing = await NoticeWishesModel.find({ near: true }, { _id: 1 }).lean();
  const places = await placesOf(willing.map(({ _id }) => _id));
  return [...places].filter(([, own]) => isNear(own, words)).map(([id]) => id);
}

/** Somebody's town is what stands before the first comma: "Bonn, Haus 3". */
function isNear(place: string, words: ReadonlySet<string>): boolean {
  const town = wordsIn(place.split(',')[0] ?? '').map(({ word }) => word);
  return town.length > 0 && town.every((word) => words.has(word));
}

function foldedTags(tags: readonly string[]): string[] {
  return tags.map(foldedTag).filter((tag) => tag !== '');
}
