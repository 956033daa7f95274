import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { deliver, type OutboxTools } from '../../src/messages/outbox';
import { MessageModel } from '../../src/models/message';

/** The mails to customers that lie as files in an installation's outbox, as text. */
export async function mailsIn(dataDir: string): Promise<string[]> {
  return (await allMailsIn(dataDir)).filter((mail) => !/^List-Unsubscribe: /m.test(mail));
}

async function allMailsIn(dataDir: string): Promise<string[]> {
  const folder = path.join(dataDir, 'outbox');
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(names.map(async (name) => readable(await readFile(path.join(folder, name), 'utf8'))));
}

/** @returns a mail's headers as they are, and its plain text without the encoding it travels in */
export function readable(mail: string): string {
  const [headers, body] = halves(mail);
  const boundary = /boundary="([^"]+)"/.exec(headers)?.[1];
  const [partHeaders, text] = boundary ? halves(body.split(`--${boundary}`)[1] ?? '') : [headers, body];
  return `${headers}\n\n${decoded(partHeaders, text)}`;
}

function halves(mail: string): [headers: string, body: string] {
  const [, headers = '', body = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(mail) ?? [];
  return [headers, body];
}

function decoded(headers: string, body: string): string {
  if (/^content-transfer-encoding: base64/im.test(headers)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/^content-transfer-encoding: quoted-printable/im.test(headers)) return body;
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Hands over every mail that is due, as the jobs would. */
export async function deliverDue(tools: OutboxTools): Promise<void> {
  const due = await MessageModel.find({ state: 'queued', dueAt: { $lte: new Date() } })
    .sort({ dueAt: 1, _id: 1 })
    .lean();
  for (const { _id } of due) await deliver(_id.toHexString(), tools);
}
