import type { Appeal } from '../domain/appeal';
import type { Find } from '../domain/find';

/** @returns the case's finds with one of them changed, the others as they are */
export function changeFind(appeal: Appeal, find: Find, change: Partial<Find>): { finds: Find[] } {
  return { finds: appeal.finds.map((other) => (other.id === find.id ? { ...other, ...change } : other)) };
}
