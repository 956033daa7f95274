import { wordsIn } from '../domain/words/fold';

/** @returns what an account is found by, each word once; what is typed is compared with the beginnings */
export function accountWords(name: string, email: string): string[] {
  const words = [...wordsIn(name), ...wordsIn(email)].map(({ word }) => word);
  return [...new Set([...words, email])];
}
