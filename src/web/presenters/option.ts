import type { TypedText } from '../typed-texts';
import type { EventView } from './timeline-view';

/** A choice in a form; `label` is a locale key. */
export interface Option {
  value: string;
  label: string;
  selected: boolean;
}

/** A link among a group of which one is current, such as a filter; `label` is a locale key. */
export interface FilterLink {
  label: string;
  href: string;
  current: boolean;
}

/** What a rejected form brings back: what was typed, and what was wrong with it. */
export interface FormState {
  values: Record<string, unknown>;
  /** For the summary on top; `field` is the input's id, `message` a finished sentence. */
  errors: { field: string; message: string }[];
  /** The same by field name. */
  errorOf: Record<string, string>;
  /** Only where somebody else has saved the same meanwhile. */
  stale?: StaleForm;
}

/** What somebody reads whose form was overtaken: it holds what they typed, and sending it again replaces the rest. */
export interface StaleForm {
  /** What happened meanwhile, oldest first; empty where nothing keeps count. */
  since: readonly EventView[];
  /** The fields that hold something else now than what was typed, and what that is. */
  standing: readonly TypedText[];
}

/**
 * @param values the choices, in order
 * @param room where their labels stand, such as `carrier`
 * @param selected the one chosen; none when it is not among them
 */
export function options(values: readonly string[], room: string, selected?: unknown): Option[] {
  return values.map((value) => ({ value, label: `${room}.${value}`, selected: value === selected }));
}
