import { deserialize, serialize } from 'bson';
import type { Document } from 'mongodb';
import type { ExpectedEvents } from './format';
import { type Entities, mismatch } from './match';
import type { SeenEvent } from './world';

/**
 * Compares what a client was heard to do with what a test expects.
 * @returns why it does not match, or undefined
 */
export function eventMismatch(
  { client, events: expected, ignoreExtraEvents, eventType = 'command' }: ExpectedEvents,
  all: readonly SeenEvent[],
  entities: Entities,
): string | undefined {
  const seen = all.filter((event) => event.client === client && typeOf(event.kind) === eventType);
  if (seen.length < expected.length || (seen.length > expected.length && !ignoreExtraEvents))
    return `expected ${expected.length} events, saw ${seen.map(({ kind }) => kind).join(', ') || 'none'}`;
  const reasons = expected.map((wanted, i) => oneMismatch(wanted, seen[i], entities));
  const wrong = reasons.findIndex((reason) => reason !== undefined);
  return wrong < 0 ? undefined : `event ${wrong}: ${reasons[wrong]}`;
}

function typeOf(kind: string): string {
  if (kind.startsWith('command')) return 'command';
  return kind.startsWith('pool') || kind.startsWith('connection') ? 'cmap' : 'sdam';
}

function oneMismatch(wanted: Document, seen: SeenEvent | undefined, entities: Entities): string | undefined {
  const [[kind = '', fields = {}] = []] = Object.entries(wanted) as [string, Document][];
  if (!seen || seen.kind !== kind) return `is ${seen?.kind}, not ${kind}`;
  const sent: Document = { ...(seen.event as Document), ...asSent(seen.event as Document) };
  // A command and a reply may hold more than was expected.
  const reasons = Object.entries(fields).map(([name, value]) => mismatch(value, sent[name], entities, true, name));
  return reasons.find((reason) => reason !== undefined);
}

/** The driver keeps some documents as a Map; what counts is what they are on the wire. */
function asSent({ command, reply, serviceId, serverConnectionId, ...event }: Document): Document {
  const bytes = serialize({ command, reply }, { ignoreUndefined: true });
  const sent = deserialize(bytes, { promoteLongs: false });
  const { commandName, databaseName } = event;
  return {
    commandName,
    databaseName,
    ...sent,
    hasServiceId: serviceId !== undefined && serviceId !== null,
    hasServerConnectionId: serverConnectionId !== undefined && serverConnectionId !== null,
  };
}
