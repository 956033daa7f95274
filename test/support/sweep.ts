import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { simpleParser } from 'mailparser';
import type { Connection } from 'mongoose';
import { keyOfCase } from '../../src/appeals/waiting-photos';
import { filesOf, wholeOf } from '../../src/backup/archive-reader';
import { fromLine } from '../../src/backup/canonical';
import { pictureIdsOf } from '../../src/domain/photo';
import { nearTokens } from '../../src/domain/words/near-tokens';
import { AppealModel } from '../../src/models/appeal';
import { CustomerModel } from '../../src/models/customer';
import { KeptMailModel } from '../../src/models/kept-mail';
import { MessageModel } from '../../src/models/message';
import { PersonSearchModel } from '../../src/models/person-search';
import { FingerprintModel } from '../../src/models/photo-fingerprint';
import { WaitingPhotoModel } from '../../src/models/waiting-photo';
import type { Planted } from './planted-case';

/** What must be found nowhere once a case was erased. */
export interface Wanted {
  mark: string;
  /** Tokens of the search, hashes, nonces, photos' ids: what words were turned into. */
  derived: string[];
  appealId: string;
}

/** Places searched, by their names, as text. */
export type Places = Map<string, string>;

/** @returns all by which a case could be told, read while it is there */
export async function wantedOf({ appeal: { id }, mark }: Planted): Promise<Wanted> {
  const appeal = await AppealModel.findById(id).lean();
  const customer = await CustomerModel.findOne({ appeal: id }).lean();
  const messages = await MessageModel.find({ appeal: id }).lean();
  const waiting = await WaitingPhotoModel.find({ owner: keyOfCase(id) }).lean();
  const mails = await KeptMailModel.find({ $or: [{ appeal: id }, { from: new RegExp(mark) }] }).lean();
  const search = await PersonSearchModel.findOne({ appeal: id }).lean();
  const shown = [...(appeal?.photos ?? []), ...(appeal?.finds ?? []).flatMap(({ photo }) => photo ?? [])];
  const photos = [...shown, ...messages.flatMap((one) => one.photos), ...waiting.map(({ photo }) => photo)].flatMap(
    pictureIdsOf,
  );
  const prints = await FingerprintModel.find({ _id: { $in: photos } }).lean();
  // Other pictures may look the same to a hash.
  const others = new Set(
    (await FingerprintModel.find({ _id: { $nin: photos } }).lean()).flatMap(({ hashes }) => hashes),
  );
  const tokens = (appeal?.tokens ?? []).filter((token) => token.includes(mark));
  return {
    mark,
    appealId: id,
    derived: [
      ...new Set([...tokens, ...tokens.flatMap(nearTokens).filter((token) => token.length > mark.length)]),
      ...photos,
      ...prints.flatMap(({ hashes }) => hashes).filter((hash) => !others.has(hash)),
      ...[customer?.statusLink?.nonce, customer?.statusLink?.hash].flatMap((secret) => secret ?? []),
      ...messages.flatMap(({ mailKey }) => mailKey ?? []),
      ...mails.map(({ key }) => key),
      ...(search?.inquiries ?? []).map(({ tokenHash }) => tokenHash),
    ],
  };
}

/**
 * Where a case may be named by its id, which says nothing: where it is counted, where it was erased, and where it stands
 * who read it.
 */
const mayName = ['auditentries', 'tombstones', 'casenumbers', 'spares', 'erased.ndjson'];

/** @returns what was found where, in order */
export function sweep(places: Places, { mark, derived, appealId }: Wanted): string[] {
  const found = [...places].flatMap(([place, text]) => {
    const words = [...text.matchAll(new RegExp(`${mark}[a-z]*`, 'gi'))].map(([word]) => word.toLowerCase());
    const secrets = derived.filter((one) => text.includes(one)).map(() => 'something derived');
    const named = !mayName.includes(place) && withoutOwnRecord(place, text, appealId).includes(appealId);
    return [...words, ...secrets, ...(named ? ['its id'] : [])].map((what) => `${place}: ${what.replace(mark, '')}`);
  });
  return [...new Set(found)].sort();
}

/** The case is its own record. */
function withoutOwnRecord(place: string, text: string, appealId: string): string {
  return place === 'appeals' ? text.replaceAll(`{"_id":"${appealId}"`, '') : text;
}

/** Every collection, whatever it is for. */
export async function databaseText({ db }: Pick<Connection, 'db'>): Promise<Places> {
  if (!db) throw new Error('not connected');
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  const texts = names.map(async (name) => [name, textOf(await db.collection(name).find().toArray())] as const);
  return new Map(await Promise.all(texts));
}

/** Every file under a folder but the store's own, and every file's name; mails as they are read. */
export async function folderText(folder: string): Promise<Places> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.startsWith(path.join(folder, 'store')));
  const texts = files.map(async ({ parentPath, name }) => {
    const [file, bytes] = [path.join(parentPath, name), await readFile(path.join(parentPath, name))];
    const mail = name.endsWith('.eml') ? await simpleParser(bytes) : null;
    const read = mail ? `${mail.text} ${mail.html} ${mail.headerLines.map(({ line }) => line).join()}` : '';
    return [
      path.relative(folder, file).replace(/^outbox.*/, 'outbox'),
      `${file}\n${bytes.toString('latin1')}${read}`,
    ] as const;
  });
  const places: Places = new Map();
  for (const [place, text] of await Promise.all(texts)) places.set(place, `${places.get(place) ?? ''}\n${text}`);
  return places;
}

/** Every collection and every photo's name in a backup. */
export async function archiveText(archive: string): Promise<Places> {
  const places: Places = new Map();
  for await (const file of filesOf(archive)) {
    const bytes = await wholeOf(file);
    if (file.entry.kind === 'collection') places.set(file.entry.name, textOf(linesIn(bytes).map(fromLine)));
    else places.set(file.name, `${file.name}\n${bytes.toString('latin1')}`);
  }
  return places;
}

function linesIn(packed: Buffer): string[] {
  return gunzipSync(packed).toString('utf8').split('\n').filter(Boolean);
}

/** Bytes as text: a mail that is kept stands in a record as it came. */
function textOf(documents: readonly object[]): string {
  return JSON.stringify(documents, function (this: Record<string, unknown>, name, value) {
    const own = this[name];
    const bytes = own as { _bsontype?: string; buffer?: Uint8Array } | null;
    return bytes?._bsontype === 'Binary' && bytes.buffer ? Buffer.from(bytes.buffer).toString('latin1') : value;
  });
}
