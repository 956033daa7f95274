import type { AppealAction, FindAction } from '../../src/domain/actions';
import type { Actor } from '../../src/domain/actor';
import { allowedActions, allowedFindActions, isAllowed } from '../../src/domain/allowed-actions';
import { type Kind, kinds } from '../../src/domain/appeal';
import { type Status, statuses } from '../../src/domain/appeal-status';
import { type FindState, findStates } from '../../src/domain/find';
import { person, plainAppeal, plainEvent, plainFind, plainShipment } from '../support/plain-appeal';

const agent = person('agent', 'agent');
const admin = person('admin', 'admin');
const finder = person('finder');
const customer: Actor = { kind: 'customer', appealId: plainAppeal().id };

const telling: AppealAction[] = ['send_update', 'mark_posted', 'take_back_update', 'renew_link', 'revoke_link'];
const taking: AppealAction[] = ['take_in', 'give_back'];
const ofFoundThings: AppealAction[] = ['keep_marks', 'hand_to_owner'];
const seeking: AppealAction[] = ['give_hint', 'ask_sought', 'share_contact'];
const helping: AppealAction[] = ['offer_find', 'give_lead', 'look'];

describe('what an agent may do to a case of a thing', () => {
  const table: Record<Status, AppealAction[]> = {
    draft: ['edit', 'retouch_photo', 'publish', 'ask_approval', 'erase_customer'],
    searching: ['edit', 'retouch_photo', ...helping, 'reserve_spare', 'close', ...telling, 'merge', ...taking],
    found: ['edit', 'retouch_photo', ...helping, 'close', ...telling, ...taking],
    collecting: ['edit', 'retouch_photo', ...helping, 'close', ...telling, ...taking],
    at_desk: ['edit', 'retouch_photo', 'ship', 'close', ...telling, ...taking],
    on_its_way: ['edit', 'retouch_photo', 'confirm_delivery', ...telling, ...taking],
    delivered: ['edit', 'retouch_photo', 'close', ...telling, ...taking],
    closed: ['retouch_photo', 'reopen', ...telling, 'give_back', 'erase_customer'],
  };
  it.each(statuses)('%s', (status) => {
    expect(allowedActions(agent, plainAppeal({ status }))).toEqual(table[status]);
  });
});

it('lets a merged case be taken apart again, and not be reopened beside the other', () => {
  const merged = plainAppeal({ status: 'closed', outcome: 'duplicate', mergedInto: 'b'.repeat(24) });
  expect(allowedActions(agent, merged)).toEqual([
    'retouch_photo',
    ...telling,
    'unmerge',
    'give_back',
    'erase_customer',
  ]);
});

it('lets nobody go on with a case whose customer was erased', () => {
  const customerErasedAt = new Date();
  const erased = (status: Status) => allowedActions(agent, plainAppeal({ status, customerErasedAt }));
  expect(erased('closed')).toEqual(['retouch_photo', 'give_back', 'erase_customer']);
  expect(erased('delivered')).toEqual(['retouch_photo', 'close', ...taking]);
});

describe('what an agent may do while a person or an owner is sought', () => {
  it('has no finds and no looking, and knows an owner', () => {
    const may = (kind: 'person' | 'owner') => allowedActions(agent, plainAppeal({ kind }));
    expect(may('person')).toEqual(['edit', 'retouch_photo', ...seeking, 'close', ...telling, 'merge', ...taking]);
    expect(may('owner')).toEqual([
      'edit',
      'retouch_photo',
      'give_lead',
      'keep_marks',
      'make_claim',
      'judge_claim',
      'name_owner',
      'dispose',
      'close',
      ...telling,
      'merge',
      ...taking,
    ]);
  });

  it('asks nobody in the name of a customer who does not agree, and passes on once', () => {
    const may = (...timeline: ReturnType<typeof plainEvent>[]) =>
      allowedActions(agent, plainAppeal({ kind: 'person', timeline })).filter((action) => seeking.includes(action));
    expect(may(plainEvent({ type: 'approval_withdrawn' }, 'customer'))).toEqual(['give_hint']);
    expect(may(plainEvent({ type: 'contact_shared' }))).toEqual(['give_hint']);
  });

  it('keeps marks of a found thing while nobody has it, and hands it over once it was released', () => {
    const own = (status: Status) =>
      allowedActions(agent, plainAppeal({ kind: 'owner', status })).filter((action) => ofFoundThings.includes(action));
    expect([own('draft'), own('searching'), own('at_desk'), own('closed')]).toEqual([
      ['keep_marks'],
      ['keep_marks'],
      ['hand_to_owner'],
      [],
    ]);
  });

  it.each(['person', 'owner'] as const)('is the same as for a thing later on (%s)', (kind) => {
    for (const status of ['draft', 'at_desk', 'on_its_way', 'delivered', 'closed'] as const)
      expect(
        allowedActions(agent, plainAppeal({ kind, status })).filter((action) => !ofFoundThings.includes(action)),
      ).toEqual(allowedActions(agent, plainAppeal({ status })));
  });
});

describe('what a colleague may do', () => {
  const searching: readonly Status[] = ['searching', 'found', 'collecting'];

  it.each(statuses)('is to help while something is missing (%s), admins no more than others', (status) => {
    const open = searching.includes(status);
    for (const actor of [finder, admin]) {
      expect(allowedActions(actor, plainAppeal({ status }))).toEqual(open ? helping : []);
      for (const [kind, ...help] of [
        ['person', 'give_hint'],
        ['owner', 'give_lead', 'make_claim'],
      ] as const)
        expect(allowedActions(actor, plainAppeal({ status, kind }))).toEqual(open ? help : []);
    }
  });

  it('is to look once', () => {
    const timeline = [plainEvent({ type: 'looked', place: '' }, 'finder')];
    expect(allowedActions(finder, plainAppeal({ timeline }))).toEqual(['offer_find', 'give_lead']);
    expect(allowedActions(admin, plainAppeal({ timeline }))).toEqual(helping);
  });
});

describe('what a customer may do', () => {
  const table: Partial<Record<Status, AppealAction[]>> = {
    draft: [],
    on_its_way: ['confirm_delivery', 'reply', 'request_deletion'],
    delivered: ['reply', 'thank', 'request_deletion'],
    closed: ['reply', 'request_deletion'],
  };
  const addressing: AppealAction[] = ['confirm_address', 'correct_address'];
  const underway = (kind: Kind): AppealAction[] => [
    'reply',
    ...(kind === 'person' ? [] : addressing),
    'withdraw_request',
    'request_deletion',
  ];

  it.each(statuses)('%s', (status) => {
    for (const kind of kinds)
      expect(allowedActions(customer, plainAppeal({ status, kind }))).toEqual(
        // Whether a person was found is told to nobody, so there is nobody to thank in public.
        (table[status] ?? underway(kind)).filter((action) => kind !== 'person' || action !== 'thank'),
      );
  });

  it('is to thank for a happy end, once', () => {
    const closed = (outcome: 'happy' | 'not_found', ...timeline: ReturnType<typeof plainEvent>[]) =>
      allowedActions(customer, plainAppeal({ status: 'closed', outcome, timeline }));
    const thanks = plainEvent(
      { type: 'customer_thanked', messageId: 'm', shareable: false, publicUse: false },
      'customer',
    );
    expect(closed('happy')).toEqual(['reply', 'thank', 'request_deletion']);
    expect(closed('not_found')).toEqual(['reply', 'request_deletion']);
    const found = plainAppeal({ kind: 'person', status: 'closed', outcome: 'happy' });
    expect(allowedActions(customer, found)).toEqual(['reply', 'request_deletion']);
    expect(closed('happy', thanks)).toEqual(['reply', 'request_deletion']);
  });

  it('is to take back what they agreed to, as long as something is left', () => {
    const mayAfter = (...timeline: ReturnType<typeof plainEvent>[]) =>
      allowedActions(customer, plainAppeal({ status: 'delivered', timeline })).includes('withdraw_consent');
    const thanks = (shareable: boolean, publicUse: boolean) =>
      plainEvent({ type: 'customer_thanked', messageId: 'm', shareable, publicUse }, 'customer');
    const left = (shareable: boolean, publicUse: boolean) =>
      plainEvent({ type: 'consent_withdrawn', shareable, publicUse }, 'customer');
    expect([mayAfter(), mayAfter(thanks(false, false))]).toEqual([false, false]);
    expect([mayAfter(thanks(true, false)), mayAfter(thanks(false, true))]).toEqual([true, true]);
    expect([mayAfter(thanks(true, true), left(true, false)), mayAfter(thanks(true, true), left(false, false))]).toEqual(
      [true, false],
    );
  });

  it('is to confirm an address once, until an agent has changed something', () => {
    const may = (...types: ('address_confirmed' | 'address_corrected' | 'appeal_edited')[]) =>
      allowedActions(
        customer,
        plainAppeal({
          timeline: types.map((type) => plainEvent(type === 'appeal_edited' ? { type, fields: [] } : { type })),
        }),
      ).includes('confirm_address');
    expect([may(), may('address_confirmed'), may('address_corrected')]).toEqual([true, false, false]);
    expect(may('address_corrected', 'appeal_edited')).toBe(true);
  });

  it('is to ask for deletion once', () => {
    const timeline = [plainEvent({ type: 'deletion_requested' }, 'customer')];
    expect(allowedActions(customer, plainAppeal({ timeline }))).not.toContain('request_deletion');
  });

  it('is nothing in a case that is not theirs, and nothing to a find', () => {
    const stranger: Actor = { kind: 'customer', appealId: 'b'.repeat(24) };
    for (const status of statuses) expect(allowedActions(stranger, plainAppeal({ status }))).toEqual([]);
    for (const state of findStates)
      expect(allowedFindActions(customer, plainAppeal({ status: 'found' }), plainFind({ state }))).toEqual([]);
  });
});

describe('what may be done to a find', () => {
  const may = (actor: Actor, status: Status, state: FindState) =>
    allowedFindActions(actor, plainAppeal({ status }), plainFind({ state }));

  /** On top of these, a find that is offered may be declined, and one that travels received, wherever the case stands. */
  const byAgent: Partial<Record<Status, Partial<Record<FindState, FindAction[]>>>> = {
    searching: { offered: ['accept_find', 'decline_find'] },
    found: { accepted: ['release_find'], handed_over: ['receive_find', 'release_find'] },
    collecting: { accepted: ['release_find'], handed_over: ['receive_find', 'release_find'] },
    on_its_way: { received: ['shelve_find'] },
    delivered: { received: ['shelve_find'] },
    closed: { received: ['shelve_find'] },
  };
  const anywhere: Partial<Record<FindState, FindAction[]>> = {
    offered: ['decline_find'],
    handed_over: ['receive_find'],
  };

  it.each(statuses)('by an agent: %s', (status) => {
    for (const state of findStates)
      expect([state, may(agent, status, state)]).toEqual([state, byAgent[status]?.[state] ?? anywhere[state] ?? []]);
  });

  it.each(statuses)('by its finder: %s', (status) => {
    for (const state of findStates) {
      const ofStatus = status === 'found' && state === 'accepted' ? ['hand_over_find'] : [];
      expect([state, may(finder, status, state)]).toEqual([state, state === 'offered' ? ['withdraw_find'] : ofStatus]);
    }
  });

  it('is nothing by another colleague', () => {
    for (const status of statuses) for (const state of findStates) expect(may(admin, status, state)).toEqual([]);
  });

  describe('that was made of a spare', () => {
    const of = (actor: Actor, status: Status, state: FindState) =>
      allowedFindActions(actor, plainAppeal({ status }), plainFind({ state, spareId: 's' }));

    const byAgentOfSpare: Partial<Record<Status, Partial<Record<FindState, FindAction[]>>>> = {
      searching: { offered: ['accept_find', 'decline_find'] },
      found: {
        accepted: ['hand_over_spare', 'release_reservation'],
        handed_over: ['receive_find', 'release_reservation'],
        received: ['release_reservation'],
      },
      collecting: {
        accepted: ['release_reservation'],
        handed_over: ['receive_find', 'release_reservation'],
        received: ['release_reservation'],
      },
      at_desk: {
        accepted: ['release_reservation'],
        handed_over: ['receive_find', 'release_reservation'],
        received: ['release_reservation'],
      },
      on_its_way: { received: ['take_back_spare', 'shelve_find'] },
      delivered: { received: ['take_back_spare', 'shelve_find'] },
      closed: { received: ['take_back_spare', 'shelve_find'] },
    };

    it.each(statuses)('by an agent: %s', (status) => {
      for (const state of findStates) {
        const expected = byAgentOfSpare[status]?.[state] ?? anywhere[state] ?? [];
        expect([state, of(agent, status, state)]).toEqual([state, expected]);
      }
    });

    it('by its holder, as long as it is there, is to send it or to say that it cannot be had', () => {
      expect(of(finder, 'found', 'accepted')).toEqual(['hand_over_find', 'release_reservation']);
      expect(of(finder, 'collecting', 'handed_over')).toEqual([]);
      expect(of(admin, 'found', 'accepted')).toEqual([]);
    });

    it('is no release once a piece was sent', () => {
      const find = plainFind({ state: 'received', spareId: 's', quantity: 2 });
      const appeal = plainAppeal({ status: 'at_desk', finds: [find], shipments: [plainShipment()] });
      expect(allowedFindActions(agent, appeal, find)).toEqual([]);
    });
  });

  it('is no shelving where every piece was sent', () => {
    const find = plainFind({ state: 'received', quantity: 1 });
    const appeal = plainAppeal({ status: 'closed', finds: [find], shipments: [plainShipment()] });
    expect(allowedFindActions(agent, appeal, find)).toEqual([]);
  });
});

test('an action on a find is not allowed without the find', () => {
  const find = plainFind();
  expect(isAllowed(agent, plainAppeal(), 'accept_find')).toBe(false);
  expect(isAllowed(agent, plainAppeal(), 'accept_find', find)).toBe(true);
  expect(isAllowed(agent, plainAppeal(), 'close')).toBe(true);
  expect(isAllowed(finder, plainAppeal(), 'close')).toBe(false);
});
