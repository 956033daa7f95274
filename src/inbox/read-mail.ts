import { createHash } from 'node:crypto';
import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import { isAutomatic } from './automatic';
import { cutQuotes } from './cut-quotes';
import type { Bounce, Mail } from './mail';

const patienceMs = 30_000;
const mostWords = 20_000;
/** Smaller pictures inside a text are logos and smileys. */
const smallestInlineBytes = 10_000;
const traceHeaders = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];
const answerHeaders = ['in-reply-to', 'references'];

/**
 * Reads a mail.
 * @param raw as it came over the wire
 * @throws Error when it cannot be read at all, or not in time
 */
export async function readMail(raw: Buffer): Promise<Mail> {
  const parsed = await inTime(simpleParser(raw, { maxHtmlLengthToParse: 2 * 1024 * 1024, skipTextToHtml: true }));
  const photos = parsed.attachments.filter(isPhoto);
  const subject = shown(parsed.subject ?? '').slice(0, 200);
  return {
    key: keyOf(raw),
    messageId: shown(parsed.messageId ?? '').slice(0, 500),
    from: senderOf(parsed),
    subject,
    words: cutQuotes(shown(parsed.text ?? '').slice(0, 10 * mostWords)).slice(0, mostWords),
    photos: photos.map(({ filename, content }) => ({ fileName: filename ?? 'photo', bytes: content })),
    others: parsed.attachments.filter((one) => !photos.includes(one) && !isOrnament(one)).length,
    traces: tracesOf(parsed),
    automatic: isAutomatic(parsed.headers, subject) || isReport(parsed),
    bounce: bounceOf(parsed),
  };
}

/** @returns under what a mail is known, the same for the same bytes */
export function keyOf(raw: Buffer): string {
  return createHash('sha256').update(raw).digest('hex');
}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the mail took too long to read')), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function senderOf({ from }: ParsedMail): string {
  const addresses =
    from?.value.flatMap(({ address, group }) => [address, ...(group ?? []).map((one) => one.address)]) ?? [];
  const known = addresses.filter((address) => address !== undefined && address !== '');
  return known.length === 1
    ? shown(known[0] ?? '')
        .toLowerCase()
        .slice(0, 320)
    : '';
}

function tracesOf({ headerLines }: ParsedMail): string {
  const wanted = [...traceHeaders, ...answerHeaders];
  const lines = headerLines.filter(({ key }) => wanted.includes(key)).map(({ line }) => line.replace(/\s+/g, ' '));
  return lines.join('\n').slice(0, 50_000);
}

function isPhoto({ contentType, content, related }: Attachment): boolean {
  return /^image\//.test(contentType) && (!related || content.length >= smallestInlineBytes);
}

function isOrnament({ contentType, related }: Attachment): boolean {
  return (
    (related && /^image\//.test(contentType)) ||
    /^(application\/pgp-signature|application\/pkcs7-signature)$/.test(contentType)
  );
}

function isReport({ headers }: ParsedMail): boolean {
  const type = headers.get('content-type');
  return typeof type === 'object' && 'value' in type && String(type.value).toLowerCase() === 'multipart/report';
}

/** The parser appends the machine's part of a report to its text. */
function bounceOf(parsed: ParsedMail): Bounce | null {
  const text = parsed.text ?? '';
  const [, action] = /^Action:\s*(failed|delayed)\b/im.exec(text) ?? [];
  if (!isReport(parsed) || !action) return null;
  const [, status = ''] = /^Status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(text) ?? [];
  const [, diagnostic = ''] = /^Diagnostic-Code:\s*(?:[\w-]+;)?\s*(.{1,300})/im.exec(text) ?? [];
  return { final: action.toLowerCase() === 'failed', reason: shown(`${status} ${diagnostic}`.trim()) };
}

/** Characters that are no text are left out. */
function shown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, '')
    .normalize('NFC');
}
