import type { Appeal } from '../../../domain/appeal';
import { readingReasons } from '../../../domain/audit';
import { link, paths } from '../../../paths';
import type { AppealPage } from '../appeal-page';
import { type AppealReader, colleagueAppeal } from '../colleague/appeal';
import type { FormState, Option } from '../option';
import { options } from '../option';
import { agentStatusLabel } from '../status-label';

/** Where an agent says why they need a customer's data. Fields: reason, reasonWords, next. */
export interface ReasonPanel {
  action: string;
  reasons: Option[];
  /** Where they wanted to go; empty for the case's own page. */
  next: string;
  /** Opened where somebody was on their way to a page behind it, or the form came back. */
  open: boolean;
  form: FormState | null;
}

/** A case of somebody else, to an agent who has not said why they read it: what every colleague sees. */
export function outsideAppeal(appeal: Appeal, reader: AppealReader, next: string): AppealPage {
  const form = reader.rejected?.name === 'readingReason' ? reader.rejected.form : null;
  const wanted = form ? String(form.values.next ?? '') : next;
  return {
    ...colleagueAppeal(appeal, reader),
    statusLabel: agentStatusLabel(appeal),
    reasonPanel: {
      action: link(paths.readingReason, { id: appeal.id }),
      reasons: options(readingReasons, 'audit.reason', form?.values.reason),
      next: wanted,
      open: form !== null || wanted !== '',
      form,
    },
  };
}
