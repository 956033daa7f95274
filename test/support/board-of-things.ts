import { Types } from 'mongoose';
import { type Alike, alikeThings } from '../../src/matching/alike';
import { indexWords } from '../../src/matching/index-words';
import type { Looks } from '../../src/matching/looks';
import { appealSource } from '../../src/matching/sources';
import { suggestedAppeal } from '../../src/matching/suggested';
import { want } from '../../src/matching/want';
import { AppealModel, type AppealRecord } from '../../src/models/appeal';
import type { Description } from './descriptions';

/** Something on the board, with the id of its photo. */
export type Shown = Description & { place: string; photoId: string };

/** Publishes an appeal for each thing, one a minute. */
export async function fillBoard(things: readonly Shown[]): Promise<void> {
  await AppealModel.insertMany(things.map(appealOf), { lean: true });
  await indexWords();
}

function appealOf({ title, story, place, photoId }: Shown, number: number) {
  const at = new Date(1_700_000_000_000 + number * 60_000);
  const photos = [{ id: photoId, width: 4, height: 3 }];
  const said = { title, story, place, sought: [], hashtags: [], photos };
  const state = { kind: 'item', status: 'searching', version: 2, channel: 'email', openedBy: 'agent' } as const;
  return { _id: new Types.ObjectId(), ...state, ...said, finds: [], openedAt: at, publishedAt: at };
}

/** What became of one question. */
export interface Answer {
  /** Ids of the photos of what was found, the best first. */
  found: string[];
  /** Those of what is said to be the same. */
  warned: string[];
}

/** Asks the board for a thing as it is described to somebody else. */
export async function askBoard({ title, story }: Description, looks: Looks = new Map(), place = ''): Promise<Answer> {
  const wanted = await want({ title, story, sought: [], place, hashtags: [] });
  const alike = (await alikeThings(appealSource, wanted, looks)).slice(0, 5);
  const warned = alike.filter((one) => suggestedAppeal(one).likely);
  return { found: alike.map(photoOf), warned: warned.map(photoOf) };
}

function photoOf({ row }: Alike<AppealRecord>): string {
  return row.photos[0]?.id ?? '';
}
