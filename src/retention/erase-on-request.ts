import { appealAllowing } from '../appeals/appeal-allowing';
import { toObjectId } from '../appeals/appeal-record';
import { LostRace } from '../appeals/lost-race';
import type { Target } from '../appeals/transition';
import { AppealModel } from '../models/appeal';
import { beginErasingCase } from './erase-case';
import { type ErasingTools, finishErasing } from './finish-erasing';

/**
 * A customer wants to be forgotten, and an agent sees to it: all of their case goes, but for what is counted.
 * @throws NotFound when it is not within the agent's sight, or was erased before
 * @throws LostRace when it is not over yet, or changed meanwhile
 */
export async function eraseOnRequest(target: Target, tools: ErasingTools, now = new Date()): Promise<void> {
  const appeal = await appealAllowing(target, 'erase_customer');
  const record = await AppealModel.findOne({ _id: toObjectId(appeal.id), version: appeal.version }).lean();
  if (!record || !(await beginErasingCase(record, now))) throw new LostRace(appeal, target.seenVersion);
  await finishErasing(tools);
}
