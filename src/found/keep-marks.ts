import { appealAllowing } from '../appeals/appeal-allowing';
import type { Target } from '../appeals/transition';
import type { FoundThing } from '../domain/found-thing';
import { changeThing } from './found-thing';

/** An agent writes down what only the owner can know, and what is to be asked; agents alone read it. */
export async function keepMarks(target: Target, marks: Pick<FoundThing, 'marks' | 'question'>): Promise<void> {
  const { id } = await appealAllowing(target, 'keep_marks');
  await changeThing(id, (thing) => ({ ...thing, ...marks }));
}
