import { z } from 'zod';
import { eventNames } from '../../domain/event-names';
import { choice, line, required, several } from './fields';

/** Somebody outside who wants to be told. */
export const eventHookForm = z.strictObject({
  url: required(line(1000)),
  events: several(choice(eventNames as [(typeof eventNames)[number], ...typeof eventNames]), eventNames.length),
});

/** What is to be told once more: one delivery, or all that were not taken. */
export const replayForm = z.strictObject({ delivery: line(100) });
