import { setTimeout as pause } from 'node:timers/promises';
import type { mongo } from 'mongoose';

/** A process that was asleep hears of it at its next step only, and must not take its sleep for silence. */
const steps = 3;

const againMs = 1_000;

/**
 * Connects anew when the driver has stopped looking for its servers. It waits for ever when a connection ends in the
 * instant it writes to it (mongodb 7.8 and 7.9 wait in `Connection.writeCommand` for a `drain` that a destroyed socket
 * never has), and then a store that was gone for a moment would stay gone for this process.
 * @param onStuck told each time
 * @param patienceMs how long a look may take
 * @returns ends it; before the client is closed for good
 */
export function stayConnected(client: mongo.MongoClient, onStuck: () => void, patienceMs = mostMs(client)): () => void {
  const looks = new Map<string, NodeJS.Timeout>();
  let isOver = false;

  function began({ connectionId }: mongo.ServerHeartbeatStartedEvent): void {
    ended(connectionId);
    let left = steps;
    const step = () => {
      if (--left === 0) void renew();
    };
    looks.set(connectionId, setInterval(step, patienceMs / steps).unref());
  }

  function ended(address: string): void {
    clearInterval(looks.get(address));
    looks.delete(address);
  }

  async function renew(): Promise<void> {
    for (const address of [...looks.keys()]) ended(address);
    onStuck();
    await worked(client.close());
    while (!isOver && !(await worked(client.connect()))) await pause(againMs);
    if (isOver) await worked(client.close());
  }

  const hears = {
    serverHeartbeatStarted: began,
    serverHeartbeatSucceeded: ({ connectionId }: mongo.ServerHeartbeatSucceededEvent) => ended(connectionId),
    serverHeartbeatFailed: ({ connectionId }: mongo.ServerHeartbeatFailedEvent) => ended(connectionId),
    serverClosed: ({ address }: mongo.ServerClosedEvent) => ended(address),
  };
  for (const [event, hear] of Object.entries(hears)) client.on(event as keyof typeof hears, hear);

  return () => {
    isOver = true;
    for (const [event, hear] of Object.entries(hears)) client.off(event as keyof typeof hears, hear);
    for (const address of [...looks.keys()]) ended(address);
  };
}

/** Connecting and answering have their limits, and an answer may be held back for a heartbeat; half more is too long. */
function mostMs({ options: { connectTimeoutMS, heartbeatFrequencyMS } }: mongo.MongoClient): number {
  return 1.5 * (2 * connectTimeoutMS + heartbeatFrequencyMS);
}

function worked(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    () => false,
  );
}
