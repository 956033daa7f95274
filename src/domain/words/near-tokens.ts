import { neighbourhood } from './near';

const shortestEnd = 4;

/** Stands before the end of a word: `-esel` is an end of `wollesel`. */
const endMark = '-';

/** @returns under what a token is found by those who slipped, or who know but its end; sizes have none */
export function nearTokens(token: string): string[] {
  if (!/^\p{L}{4,30}$/u.test(token)) return [];
  return [...neighbourhood(token), ...endsOf(token).map((end) => endMark + end)];
}

/** @returns under what tokens are found that are near to a stem, or that end with it */
export function lookupNear(stem: string): string[] {
  if (!/^\p{L}{4,30}$/u.test(stem)) return [];
  return [...neighbourhood(stem), endMark + stem];
}

function endsOf(token: string): string[] {
  const count = Math.max(0, token.length - 2 - shortestEnd);
  return Array.from({ length: count }, (_, place) => token.slice(3 + place)).filter((end) => end.length >= shortestEnd);
}
