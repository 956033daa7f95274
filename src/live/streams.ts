import type { AccountActor } from '../domain/actor';
import type { ChangeFeed } from './change-feed';
import { type Change, isWithinSight, missedSince } from './changes';

const mostOfOneSession = 2;
const beatMs = 15_000;

/** Who listens: the sign-in ends the stream with it. */
export interface Viewer {
  readonly sessionId: string;
  readonly signInId: string;
  readonly actor: AccountActor;
}

/** What a stream is told. `refresh`: too much to name; `full`: a newer one of the session took its place. */
export type Notice = 'changed' | 'refresh' | 'full' | 'ended';

/** The line to one viewer's browser. */
export interface Line {
  /** @param at moment up to which nothing is missing, in milliseconds */
  send(notice: Notice, ids: readonly string[], at: number): void;
  beat(): void;
  end(): void;
}

/** All streams of this process. */
export interface Streams {
  /**
   * @param since when the page was made, or when the viewer last heard; undefined: just now
   * @returns what to call when the viewer hangs up
   */
  open(viewer: Viewer, line: Line, since: number | undefined): Promise<() => void>;
  /** Ends the streams of sign-ins that are over, in this process; those elsewhere notice with their next beat. */
  endSignIns(signInIds: readonly string[]): void;
  count(): number;
  closeAll(): void;
}

interface Stream {
  readonly viewer: Viewer;
  readonly line: Line;
}

/**
 * @param whoEnded says which viewers may no longer listen: signed out, expired, gone, or with other roles
 * @param onError told when that could not be asked
 */
export function createStreams(
  feed: ChangeFeed,
  whoEnded: (viewers: readonly Viewer[]) => Promise<ReadonlySet<Viewer>>,
  onError: (error: unknown) => void,
): Streams {
  const streams = new Set<Stream>();
  let timer: NodeJS.Timeout | undefined;
  let unlisten: Promise<() => void> | undefined;

  function tell(changes: readonly Change[], at: number): void {
    for (const { viewer, line } of [...streams]) {
      const seen = changes.filter((change) => isWithinSight(viewer.actor, change));
      if (seen.length > 0)
        line.send(
          'changed',
          seen.map(({ appealId }) => appealId),
          at,
        );
    }
  }

  function close(stream: Stream, notice: Notice | null): void {
    if (!streams.delete(stream)) return;
    if (notice) stream.line.send(notice, [], Date.now());
    stream.line.end();
    if (streams.size === 0) rest();
  }

  /** Nobody listens any more. */
  function rest(): void {
    clearInterval(timer);
    timer = undefined;
    unlisten?.then((end) => end(), onError);
    unlisten = undefined;
  }

  function closeOldest(sessionId: string): void {
    const own = [...streams].filter(({ viewer }) => viewer.sessionId === sessionId);
    for (const stream of own.slice(0, -mostOfOneSession)) close(stream, 'full');
  }

  async function beat(): Promise<void> {
    for (const { line } of [...streams]) line.beat();
    const ended = await whoEnded([...streams].map(({ viewer }) => viewer));
    for (const stream of [...streams]) if (ended.has(stream.viewer)) close(stream, 'ended');
  }

  async function open(viewer: Viewer, line: Line, since: number | undefined): Promise<() => void> {
    const stream = { viewer, line };
    streams.add(stream);
    timer ??= setInterval(() => beat().catch(onError), beatMs);
    closeOldest(viewer.sessionId);
    unlisten ??= feed.listen(tell);
    try {
      await unlisten;
      if (since !== undefined) await catchUp(stream, since);
    } catch (error) {
      close(stream, null);
      throw error;
    }
    return () => close(stream, null);
  }

  return {
    open,
    endSignIns(signInIds) {
      for (const stream of [...streams]) if (signInIds.includes(stream.viewer.signInId)) close(stream, 'ended');
    },
    count: () => streams.size,
    closeAll() {
      for (const stream of [...streams]) close(stream, null);
    },
  };
}

async function catchUp({ viewer, line }: Stream, since: number): Promise<void> {
  const at = Date.now();
  const missed = await missedSince(viewer.actor, since);
  if (missed === null) line.send('refresh', [], at);
  else if (missed.length > 0) line.send('changed', missed, at);
}
