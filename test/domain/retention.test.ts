import { kinds } from '../../src/domain/appeal';
import { outcomes } from '../../src/domain/appeal-status';
import {
  type CaseRule,
  caseRules,
  caseRulesWith,
  daysOf,
  dueSince,
  pileRules,
  ruleIds,
  statusesOf,
} from '../../src/domain/retention';
import { plainAppeal, plainEvent } from '../support/plain-appeal';

const end = new Date('2026-01-01T12:00:00Z');
const inDays = (days: number, ms = 0) => new Date(end.getTime() + days * 24 * 60 * 60 * 1000 + ms);
const at = (date: Date, event: ReturnType<typeof plainEvent>) => ({ ...event, at: date });

const closed = (overrides: Parameters<typeof plainAppeal>[0] = {}) =>
  plainAppeal({
    status: 'closed',
    outcome: 'happy',
    timeline: [
      at(inDays(-9), plainEvent({ type: 'appeal_published' })),
      at(end, plainEvent({ type: 'closed', outcome: 'happy' })),
    ],
    ...overrides,
  });

const ruleOf = (id: string) => caseRules.find((rule) => rule.id === id) as CaseRule;

describe('the table of rules', () => {
  it('names each rule once', () => {
    expect(ruleIds).toHaveLength(new Set(ruleIds).size);
    expect(ruleIds).toHaveLength(caseRules.length + pileRules.length);
  });

  it('lets no case that has ended, and nobody’s draft, stay for ever', () => {
    for (const kind of kinds)
      for (const ending of [...outcomes, 'delivered', 'draft'] as const)
        expect(
          caseRules.filter(
            (rule: CaseRule) =>
              rule.goes === 'everything' && rule.kinds.includes(kind) && rule.endings.includes(ending),
          ),
        ).not.toEqual([]);
  });

  it('never keeps a customer longer than their case', () => {
    for (const rule of caseRules.filter(({ goes }) => goes !== 'everything'))
      for (const kind of rule.kinds) {
        const whole = caseRules.filter((one: CaseRule) => one.goes === 'everything' && one.kinds.includes(kind));
        expect(Math.min(...whole.filter(({ id }) => id !== 'forgottenDraft').map(({ days }) => days))).toBeGreaterThan(
          rule.days,
        );
      }
  });

  it('is another one where the house says so', () => {
    expect(caseRulesWith({ personCase: 7 }).map(({ id, days }) => [id, days])).toEqual(
      caseRules.map(({ id, days }) => [id, id === 'personCase' ? 7 : days]),
    );
    expect([daysOf('backups', {}), daysOf('backups', { backups: 3 })]).toEqual([30, 3]);
  });
});

describe('a rule about cases', () => {
  const rule = ruleOf('happyCustomer');

  it('holds from the very millisecond on', () => {
    expect(dueSince(rule, closed(), inDays(182, -1))).toBeNull();
    expect(dueSince(rule, closed(), inDays(182))).toEqual({ ending: 'happy', at: end });
  });

  it('is about its own kinds and endings alone', () => {
    expect(dueSince(rule, closed({ kind: 'owner' }), inDays(9999))).toBeNull();
    expect(dueSince(rule, closed({ outcome: 'not_found' }), inDays(9999))).toBeNull();
  });

  it('is not about a case that goes on', () => {
    expect(dueSince(rule, closed({ status: 'searching', outcome: null }), inDays(9999))).toBeNull();
  });

  it('counts from the last end of a case that was taken up again', () => {
    const again = inDays(100);
    const { timeline } = closed();
    const twice = [
      ...timeline,
      plainEvent({ type: 'reopened' }),
      at(again, plainEvent({ type: 'closed', outcome: 'happy' })),
    ];
    expect(dueSince(rule, closed({ timeline: twice }), inDays(281))).toBeNull();
    expect(dueSince(rule, closed({ timeline: twice }), inDays(282))).toEqual({ ending: 'happy', at: again });
  });

  it('takes what was delivered and never closed for ended, since the last that happened', () => {
    const timeline = [at(end, plainEvent({ type: 'delivered' }))];
    const delivered = plainAppeal({ status: 'delivered', timeline });
    expect(dueSince(rule, delivered, inDays(182))).toEqual({ ending: 'delivered', at: end });
  });

  it('lets drafts go that nobody touched', () => {
    const draft = plainAppeal({
      status: 'draft',
      timeline: [at(end, plainEvent({ type: 'appeal_edited', fields: ['title'] }))],
    });
    expect(dueSince(ruleOf('forgottenDraft'), draft, inDays(181))).toBeNull();
    expect(dueSince(ruleOf('forgottenDraft'), draft, inDays(182))).toEqual({ ending: 'draft', at: end });
  });

  it('finds its cases by their statuses', () => {
    expect(caseRules.map((one) => [one.id, statusesOf(one)])).toEqual([
      ['personCase', ['closed', 'delivered']],
      ['ownerClaims', ['closed', 'delivered']],
      ['ownerCase', ['closed', 'delivered']],
      ['happyCustomer', ['closed', 'delivered']],
      ['withdrawnCustomer', ['closed']],
      ['waitingCustomer', ['closed']],
      ['itemCase', ['closed', 'delivered']],
      ['forgottenDraft', ['draft']],
    ]);
  });
});
