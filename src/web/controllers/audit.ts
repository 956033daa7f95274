import type { Request, RequestHandler } from 'express';
import { type AuditEntry, type AuditFilter, auditBatches, auditPage, isOnRecord } from '../../audit/find-entries';
import type { AuditAction } from '../../domain/audit';
import { beginningOf, dayOf } from '../../domain/working-days';
import { translator } from '../../i18n/translator';
import { namesOf } from '../../people/accounts';
import { accountsPage } from '../../people/find-accounts';
import type { Services } from '../../services';
import { type AuditQuery, auditQuery, objectIn } from '../forms/audit-query';
import { showPage } from '../page';
import { auditPageView, columns, lineOf } from '../presenters/audit-page';
import { recordAction } from '../recording';
import { sendLines } from '../send-table';

const dayMs = 24 * 60 * 60 * 1000;

/** Who did what: for admins, who see it without any customer's data. Whoever looks is in it themselves. */
export function auditController(services: Pick<Services, 'audit' | 'config'>) {
  const show: RequestHandler = async (request, response) => {
    const query = auditQuery.parse(request.query);
    const filter = await recorded(request, query, 'audit_read');
    const { entries, next } = await auditPage(filter, query.after);
    showPage(response, 'admin/audit', auditPageView(entries, await namesIn(entries), query, next));
  };

  const file: RequestHandler = async (request, response) => {
    const filter = await recorded(request, auditQuery.parse(request.query), 'audit_exported');
    const { language } = request.viewer;
    const today = dayOf(new Date(), services.config.calendar);
    await sendLines(response, `audit-${today}`, linesOf(filter, request), language);
  };

  /** @returns the filter, once it is on record that somebody looks, and at which case */
  async function recorded(request: Request, query: AuditQuery, action: AuditAction): Promise<AuditFilter> {
    const filter = await filterOf(query);
    const { object = '' } = filter;
    // Whatever else was typed, a name perhaps, could not be taken out again.
    const named = /^[0-9a-f]{24}$/.test(object) || (await isOnRecord(object));
    await recordAction(services.audit, request, action, named ? object : '');
    return filter;
  }

  async function filterOf({ who, what, object, from, to }: AuditQuery): Promise<AuditFilter> {
    const { calendar } = services.config;
    const until = to && beginningOf(nextDay(to), calendar);
    return {
      by: who === '' ? undefined : await idsOf(who),
      action: what || undefined,
      object: object === '' ? undefined : objectIn(object),
      from: from ? beginningOf(from, calendar) : undefined,
      until: until || undefined,
    };
  }

  return { show, file };
}

/** Customers and the application itself have no account, but can be asked for by what stands in their place. */
async function idsOf(who: string): Promise<string[]> {
  if (who === 'customer' || who === 'system') return [who];
  return (await accountsPage(who, '')).accounts.map(({ id }) => id);
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}

function namesIn(entries: readonly AuditEntry[]): Promise<Map<string, string>> {
  return namesOf(entries.flatMap(({ by }) => (/^[0-9a-f]{24}$/.test(by) ? [by] : [])));
}

/** Names are looked up for some at a time, so that an export of any length keeps its size in memory. */
async function* linesOf(filter: AuditFilter, { viewer }: Request): AsyncGenerator<string[]> {
  const t = translator(viewer.language);
  yield columns.map((column) => t(column));
  for await (const batch of auditBatches(filter)) yield* await linesFor(batch, t);
}

async function linesFor(entries: readonly AuditEntry[], t: ReturnType<typeof translator>): Promise<string[][]> {
  const names = await namesIn(entries);
  return entries.map((entry) => lineOf(entry, names, t));
}
