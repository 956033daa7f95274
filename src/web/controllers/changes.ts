import type { Request, RequestHandler, Response } from 'express';
import type { Line } from '../../live/streams';
import type { Services } from '../../services';
import { signInOf } from '../session';
import { actorOf } from '../viewer';

/** A browser that takes this little has hung up or cannot follow; it comes back and catches up. */
const mostWaitingBytes = 64 * 1024;

/**
 * The stream of changes: ids of cases the viewer may see, and nothing about them. Whoever does not ask for a stream
 * gets what changed since then, and that is all.
 */
export function changesController({ streams }: Pick<Services, 'streams'>): RequestHandler {
  return async (request, response) => {
    const viewer = { sessionId: request.sessionID, signInId: signInOf(request), actor: actorOf(request) };
    response.set({
      'Content-Type': 'text/event-stream',
      // Compression would hold back what was said until there is more of it.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    if (request.method === 'HEAD') return void response.end();
    const hangUp = await streams.open(viewer, lineTo(response), sinceOf(request));
    // From the first byte on nothing is missed. Not all come back in the same moment.
    response.write(`retry: ${2000 + Math.floor(Math.random() * 3000)}\n\n`);
    if (response.destroyed || !wantsStream(request)) hangUp();
    else response.once('close', hangUp);
  };
}

function lineTo(response: Response): Line {
  function write(text: string): void {
    if (response.writableLength > mostWaitingBytes) response.destroy();
    else if (!response.writableEnded) response.write(text);
  }
  return {
    send: (notice, ids, at) => write(`id: ${at}\nevent: ${notice}\ndata: ${ids.join(' ')}\n\n`),
    beat: () => write(':\n\n'),
    end: () => void response.end(),
  };
}

/** A browser that was cut off says what it heard last; at first, when its page was made. */
function sinceOf(request: Request): number | undefined {
  const given = request.get('Last-Event-ID') ?? request.query.since;
  return typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : undefined;
}

function wantsStream(request: Request): boolean {
  return request.get('Accept') === 'text/event-stream';
}
