import type { AuditEntry } from '../../audit/find-entries';
import { auditActionNames, auditActions } from '../../domain/audit';
import type { Translate } from '../../i18n/translator';
import { link, paths } from '../../paths';
import type { AuditQuery } from '../forms/audit-query';
import type { Option } from './option';
import { options } from './option';

/** View `admin/audit`: who did what, the newest first. Ids alone tell what it was done to. */
export interface AuditPage {
  query: AuditQuery;
  actions: Option[];
  entries: EntryView[];
  fileHref: string;
  /** Null on the first page, and on the last. */
  firstHref: string | null;
  nextHref: string | null;
}

interface EntryView {
  number: number;
  at: Date;
  /** Name of an account, or a locale key for whoever has none. */
  name: string;
  whoLabel: string | null;
  accountHref: string | null;
  roleLabels: string[];
  actionLabel: string;
  icon: string;
  objectLabel: string;
  object: string;
  /** What else was done to the same. */
  objectHref: string | null;
  reasonLabel: string | null;
  words: string;
  wordsErased: boolean;
  detail: string;
  request: string;
}

/** @param names of accounts by id; @param next where the next page begins */
export function auditPageView(
  entries: readonly AuditEntry[],
  names: ReadonlyMap<string, string>,
  query: AuditQuery,
  next: string | null,
): AuditPage {
  return {
    query,
    actions: [{ value: '', label: 'audit.anything', selected: query.what === '' }, ...actionOptions(query.what)],
    entries: entries.map((entry) => entryView(entry, names)),
    fileHref: hrefTo(paths.auditFile, { ...query, after: '' }),
    firstHref: query.after === '' ? null : hrefTo(paths.audit, { ...query, after: '' }),
    nextHref: next && hrefTo(paths.audit, { ...query, after: next }),
  };
}

function actionOptions(chosen: string): Option[] {
  return options(auditActionNames, 'audit.action', chosen);
}

function hrefTo(path: string, query: AuditQuery): string {
  const asked = Object.entries(query).filter(([, value]) => value !== '');
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`;
}

const icons = {
  case: 'folder-open',
  mail: 'mail',
  mailbox: 'inbox',
  report: 'file-search',
  reports: 'file-search',
  account: 'user-cog',
  setting: 'settings',
  audit: 'scroll-text',
} as const;

function entryView(entry: AuditEntry, names: ReadonlyMap<string, string>): EntryView {
  const { number, at, by, roles, action, object, reason, words, wordsErased, detail, request } = entry;
  const known = names.get(by);
  return {
    number,
    at,
    name: known ?? by,
    whoLabel: known === undefined && !/^[0-9a-f]{24}$/.test(by) ? `audit.who.${by}` : null,
    accountHref: known === undefined ? null : link(paths.account, { accountId: by }),
    roleLabels: roles === '' ? [] : roles.split(',').map((role) => `common.role.${role}`),
    actionLabel: `audit.action.${action}`,
    icon: icons[auditActions[action]],
    objectLabel: `audit.object.${auditActions[action]}`,
    object,
    objectHref: object === '' ? null : `${paths.audit}?${new URLSearchParams({ object })}`,
    reasonLabel: reason && `audit.reason.${reason}`,
    words,
    wordsErased,
    detail,
    request,
  };
}

/** Headings of the file, locale keys. */
export const columns = [
  'number',
  'at',
  'by',
  'account',
  'roles',
  'action',
  'object',
  'reason',
  'words',
  'detail',
  'request',
].map((name) => `audit.column.${name}`);

/** @returns an entry as a line of the file */
export function lineOf(entry: AuditEntry, names: ReadonlyMap<string, string>, t: Translate): string[] {
  const { number, at, by, roles, action, object, reason, words, wordsErased, detail, request } = entry;
  return [
    String(number),
    at.toISOString(),
    names.get(by) ?? by,
    by,
    roles,
    t(`audit.action.${action}`),
    object,
    reason ? t(`audit.reason.${reason}`) : '',
    wordsErased ? t('audit.wordsErased') : words,
    detail,
    request,
  ];
}
