import { dayOf } from '../domain/working-days';
import { InvalidInput } from '../errors';

/**
 * @param day `YYYY-MM-DD`, or empty where nothing is promised
 * @throws InvalidInput when a customer would be promised to hear from us in the past
 */
export function refusePastPromise(day: string, calendar: Parameters<typeof dayOf>[1]): void {
  if (day === '' || day >= dayOf(new Date(), calendar)) return;
  throw new InvalidInput('error.invalidInput', { hearsBy: 'refusal.pastDay' });
}
