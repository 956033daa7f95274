import type { Appeal } from '../domain/appeal';
import { eventNameOf } from '../domain/event-names';
import type { TimelineEvent } from '../domain/timeline-event';
import { EventDeliveryModel } from '../models/event-delivery';
import { eventBody } from './event-body';
import { eventHooks } from './hooks';

/** An event is to be told to whoever wants it outside; to each once, however often this is said. */
export async function announceEvent(appeal: Appeal, event: TimelineEvent): Promise<void> {
  const name = eventNameOf(appeal, event);
  if (!name) return;
  const body = JSON.stringify(eventBody(appeal, event, name));
  for (const { id: hook, events, switchedOffAt } of await eventHooks()) {
    if (switchedOffAt || (events.length > 0 && !events.includes(name))) continue;
    const madeAt = new Date();
    const waiting = {
      hook,
      event: event.id,
      name,
      body,
      state: 'waiting',
      dueAt: madeAt,
      attempts: 0,
      madeAt,
    } as const;
    await EventDeliveryModel.updateOne({ _id: `${event.id}:${hook}` }, { $setOnInsert: waiting }, { upsert: true });
  }
}
