import { type UpdateTemplate, updateTemplates } from './update-template';

/** What a status update is put together from: the milestone's own words, and what stands around them. */
const frames = ['greeting', 'tracking', 'link', 'closing'] as const;
type Frame = (typeof frames)[number];

/** One text admins may change: `found.long` is in whole sentences, `found.short` for channels that count letters. */
export type TextPiece = `${UpdateTemplate | Frame}.${'long' | 'short'}`;

export const textPieces: readonly TextPiece[] = [...updateTemplates, ...frames].flatMap((name): TextPiece[] =>
  // A short text closes with the agent's sign-off.
  name === 'closing' ? ['closing.long'] : [`${name}.long`, `${name}.short`],
);

interface Placeholders {
  readonly allowed: readonly string[];
  /** Without these the text would be void. */
  readonly required: readonly string[];
}

/** `search` says how many have looked in how many places; it is empty while nobody has. */
const facts = ['name', 'title', 'search'];

/** @returns the placeholders a text may hold, and those it must */
export function placeholdersOf(piece: TextPiece): Placeholders {
  switch (piece) {
    case 'greeting.long':
      return { allowed: facts, required: ['name'] };
    case 'greeting.short':
      return { allowed: ['handle'], required: ['handle'] };
    case 'tracking.long':
    case 'tracking.short':
      return { allowed: ['carrier', 'trackingNumber', 'tracking'], required: ['tracking'] };
    case 'link.long':
    case 'link.short':
      return { allowed: ['link'], required: ['link'] };
    default:
      return { allowed: facts, required: [] };
  }
}

/** @returns the placeholders that stand in a text, each once */
function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, name = '']) => name))];
}

/** @returns what is wrong with the placeholders of a text; empty when nothing is */
export function placeholderFlaws(piece: TextPiece, text: string): { unknown: string[]; missing: string[] } {
  const { allowed, required } = placeholdersOf(piece);
  const present = placeholdersIn(text);
  // What is left of braces once the whole ones are out is a slip of the pen.
  const broken = /\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, '')) ? ['{{'] : [];
  return {
    unknown: [...present.filter((name) => !allowed.includes(name)), ...broken],
    missing: required.filter((name) => !present.includes(name)),
  };
}

/** @returns the text with its placeholders filled */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
