/** A choice in a form that people have named themselves. */
export interface NamedOption {
  value: string;
  name: string;
  selected: boolean;
}

/** @returns one option for each thing, in their order */
export function namedOptions(things: readonly { id: string; name: string }[], selected: unknown): NamedOption[] {
  return things.map(({ id, name }) => ({ value: id, name, selected: id === selected }));
}
