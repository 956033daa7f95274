/** A piece of a column or bar. */
export interface Part {
  series: string;
  value: number;
}

/** @returns the parts, each from where the one before ends; those of nothing are left out */
export function stacked(parts: readonly Part[]): { series: string; from: number; to: number }[] {
  let from = 0;
  return parts.flatMap(({ series, value }) => {
    const part = { series, from, to: from + value };
    from = part.to;
    return value > 0 ? [part] : [];
  });
}

export function percent(value: number): string {
  return `${rounded(value)}%`;
}

/** Finer than a screen shows. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
