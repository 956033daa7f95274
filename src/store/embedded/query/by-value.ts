import { encodeKey } from '../bson/keys';
import { equal, type StringOrder } from '../bson/order';

/**
 * Things by a BSON value, values equal as MongoDB has it, in order of first appearance. Values an index can hold are
 * told apart by their key's bytes; the rest (int64 beyond 2^53, very long ones) and those under a collation one by one.
 */
export class ByValue<T> {
  private readonly byBytes = new Map<string, { value: unknown; thing: T }>();
  private readonly odd: { value: unknown; thing: T }[] = [];

  constructor(
    private readonly make: () => T,
    private readonly strings?: StringOrder,
  ) {}

  /** @returns the thing of this value, made when it is the first time */
  of(value: unknown): T {
    const bytes = this.strings ? undefined : keyBytes(value);
    const there =
      bytes === undefined ? this.odd.find((entry) => equal(entry.value, value, this.strings)) : this.byBytes.get(bytes);
    if (there) return there.thing;
    const entry = { value, thing: this.make() };
    if (bytes === undefined) this.odd.push(entry);
    else this.byBytes.set(bytes, entry);
    return entry.thing;
  }

  entries(): readonly { value: unknown; thing: T }[] {
    return [...this.byBytes.values(), ...this.odd];
  }
}

/** Values, each once. */
export class Distinct {
  private readonly values: ByValue<true>;

  constructor(strings?: StringOrder) {
    this.values = new ByValue<true>(() => true, strings);
  }

  add(value: unknown): void {
    this.values.of(value);
  }

  all(): unknown[] {
    return this.values.entries().map(({ value }) => value);
  }
}

function keyBytes(value: unknown): string | undefined {
  try {
    return encodeKey(value).toString('latin1');
  } catch {
    return undefined;
  }
}
