/** What an entry of the audit is about; an id alone, never anybody's data. */
export type AuditObject = 'case' | 'mail' | 'mailbox' | 'report' | 'reports' | 'account' | 'setting' | 'audit';

/** Who saw or changed a customer's data, or decides who may: every action that is recorded, and what it is about. */
export const auditActions = {
  reason_given: 'case',
  case_read: 'case',
  form_read: 'case',
  composer_read: 'case',
  photo_read: 'case',
  read_by_program: 'case',
  label_printed: 'case',
  packing_slip_printed: 'case',
  hand_over_receipt_printed: 'case',
  customer_changed: 'case',
  address_changed: 'case',
  status_link_renewed: 'case',
  status_link_revoked: 'case',
  data_exported: 'case',
  customer_erased: 'case',
  mails_listed: 'mailbox',
  mail_taken: 'mail',
  mail_assigned: 'mail',
  mail_discarded: 'mail',
  reports_listed: 'reports',
  report_assigned: 'report',
  report_discarded: 'report',
  account_opened: 'account',
  account_invited: 'account',
  roles_changed: 'account',
  account_deactivated: 'account',
  account_reactivated: 'account',
  texts_changed: 'setting',
  synonyms_changed: 'setting',
  chats_changed: 'setting',
  audit_read: 'audit',
  audit_exported: 'audit',
  audit_forgotten: 'audit',
} as const satisfies Record<string, AuditObject>;

export type AuditAction = keyof typeof auditActions;

/** The same as a list. */
export const auditActionNames = Object.keys(auditActions) as AuditAction[];

/** Why an agent reads the customer's data in a case of somebody else. */
export const readingReasons = ['cover', 'customer_asked', 'second_agent', 'same_thing', 'quality', 'other'] as const;
export type ReadingReason = (typeof readingReasons)[number];

/** A reason as it was given. */
export interface GivenReason {
  readonly choice: ReadingReason;
  readonly words: string;
}

/** How long a reason holds for its case: a working day. */
export const reasonHours = 8;

/** What is to be recorded. */
export interface AuditFact {
  /** Account id, `customer`, or `system` for what the application does by itself. */
  readonly by: string;
  /** The roles they held then, such as `agent,admin`; empty for whoever has none. */
  readonly roles: string;
  readonly action: AuditAction;
  /** Id of what it is about; empty where there is but one. */
  readonly object: string;
  readonly reason?: GivenReason | undefined;
  /** What else must be known of it: roles that were given, the seal where the audit begins. */
  readonly detail?: string;
  /** Number of the request, as the log has it. */
  readonly request?: string;
}
