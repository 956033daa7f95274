import { paths } from '../../src/paths';
import { eventually } from './eventually';
import type { SignedIn } from './listening';

/** One thing said on a stream. */
export interface Said {
  readonly id: string;
  readonly event: string;
  readonly ids: readonly string[];
}

/** A browser's side of the stream of changes. */
export interface EventStream {
  readonly headers: Headers;
  said(): Said[];
  /** Resolves with what was said when it answers the question. */
  hearing(what: string, isIt: (said: Said) => boolean): Promise<Said>;
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;
  hangUp(): void;
}

/** @param since when the page was made, in milliseconds; @param more headers of the request */
export async function openStream(
  address: string,
  who: SignedIn,
  { since = Date.now(), more = {} }: { since?: number; more?: Record<string, string> } = {},
): Promise<EventStream> {
  const controller = new AbortController();
  const headers = { ...who, Accept: 'text/event-stream', 'Accept-Encoding': 'gzip', ...more };
  const answer = await fetch(`${address}${paths.changes}?since=${since}`, { headers, signal: controller.signal });
  if (answer.status !== 200 || !answer.body) throw new Error(`the stream was answered with ${answer.status}`);
  let text = '';
  const ended = read(answer.body, (piece) => {
    text += piece;
  });
  const said = () => saidIn(text);
  return {
    headers: answer.headers,
    said,
    hearing: (what, isIt) => eventually(what, async () => said().find(isIt)),
    ended,
    hangUp: () => controller.abort(),
  };
}

async function read(body: ReadableStream<Uint8Array>, take: (piece: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const piece of body) take(decoder.decode(piece, { stream: true }));
  } catch (error) {
    if ((error as { name?: unknown }).name !== 'AbortError') throw error;
  }
}

/** What is complete of a stream's text. */
function saidIn(text: string): Said[] {
  return text
    .split('\n\n')
    .slice(0, -1)
    .flatMap((block) => {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
      const event = field('event');
      return event ? [{ id: field('id') ?? '', event, ids: (field('data') ?? '').split(' ').filter(Boolean) }] : [];
    });
}
