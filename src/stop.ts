import type { Server } from 'node:http';

/** A terminal and npm both pass one Ctrl-C on; what comes this close together is one wish. */
const sameWishMilliseconds = 500;

/** Idle connections are looked for this often, so that none keeps us waiting once its request is answered. */
const closeEveryMilliseconds = 100;

/**
 * Ends the process on SIGINT or SIGTERM: no new connections, requests under way are answered, then the store is closed.
 * A second signal ends it at once.
 * @param endStreams ends answers that would go on for ever
 * @param closeStore comes last, as requests under way still write
 */
export function stopGracefully(server: Server, endStreams: () => void, closeStore: () => Promise<void>): void {
  let firstSignal = 0;

  const stop = () => {
    if (firstSignal === 0) {
      firstSignal = Date.now();
      void end(server, endStreams, closeStore);
    } else if (Date.now() - firstSignal > sameWishMilliseconds) process.exit(1);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

async function end(server: Server, endStreams: () => void, closeStore: () => Promise<void>): Promise<void> {
  try {
    const isClosed = closed(server);
    endStreams();
    await isClosed;
    await closeStore();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`Could not stop cleanly: ${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}

function closed(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  const sweep = setInterval(() => server.closeIdleConnections(), closeEveryMilliseconds);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
}
