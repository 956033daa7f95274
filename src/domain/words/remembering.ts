/** Words kept at most; a text of ours has a few hundred. */
const mostKept = 50_000;

/** @returns the same pure function, which keeps what it found for words it has met; it starts anew when full */
export function remembering<Value>(find: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size >= mostKept) known.clear();
    const value = find(word);
    known.set(word, value);
    return value;
  };
}
