import { appealFor } from '../appeals/find-appeals';
import type { CustomerActor } from '../domain/actor';
import type { Language } from '../domain/languages';
import { CustomerModel } from '../models/customer';

/**
 * The customer says which language they read; their page and what we write to them follow it.
 * @throws NotFound when there is nothing yet they could read
 */
export async function chooseLanguage(actor: CustomerActor, language: Language): Promise<void> {
  const { id } = await appealFor(actor, actor.appealId);
  await CustomerModel.updateOne({ appeal: id }, { $set: { language } });
}
