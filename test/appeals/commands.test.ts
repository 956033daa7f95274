import { appealFor } from '../../src/appeals/find-appeals';
import { LostRace } from '../../src/appeals/lost-race';
import { type Action, appealActions, findActions } from '../../src/domain/actions';
import { type Actor, isAgent } from '../../src/domain/actor';
import { isAllowed } from '../../src/domain/allowed-actions';
import type { Appeal } from '../../src/domain/appeal';
import { statusAfter } from '../../src/domain/appeal-status';
import { isOpenToCustomer, isWithheld } from '../../src/domain/approval';
import type { EventType } from '../../src/domain/timeline-event';
import { NotFound } from '../../src/errors';
import { MessageModel } from '../../src/models/message';
import { SpareModel } from '../../src/models/spare';
import { startTestApp, type TestApp } from '../support/app';
import { casesOf, customerOfCase } from '../support/cases';
import { commandsOf } from '../support/commands';
import { copyOf } from '../support/copies';
import { photo } from '../support/photos';
import { person } from '../support/plain-appeal';

/** What is known of a person sought, or withheld of a found thing, stands apart from the case, which does not change. */
const apartFromCase = ['give_hint', 'ask_sought', 'keep_marks', 'make_claim', 'judge_claim'] as const;

const events: Record<Exclude<Action, (typeof apartFromCase)[number] | 'erase_customer'>, EventType> = {
  edit: 'appeal_edited',
  retouch_photo: 'appeal_edited',
  publish: 'appeal_published',
  ask_approval: 'approval_asked',
  unask_approval: 'approval_unasked',
  approve: 'approval_given',
  wish_changes: 'changes_wished',
  withdraw_approval: 'approval_withdrawn',
  offer_find: 'find_offered',
  give_lead: 'lead_given',
  look: 'looked',
  share_contact: 'contact_shared',
  name_owner: 'owner_named',
  hand_to_owner: 'handed_to_owner',
  dispose: 'closed',
  reserve_spare: 'spare_reserved',
  ship: 'shipped',
  confirm_delivery: 'delivered',
  close: 'closed',
  reopen: 'reopened',
  merge: 'merged_into',
  take_in: 'took_in',
  unmerge: 'merge_undone',
  give_back: 'gave_back',
  send_update: 'update_sent',
  mark_posted: 'update_posted',
  take_back_update: 'update_taken_back',
  renew_link: 'status_link_renewed',
  revoke_link: 'status_link_revoked',
  reply: 'customer_replied',
  thank: 'customer_thanked',
  withdraw_consent: 'consent_withdrawn',
  confirm_address: 'address_confirmed',
  correct_address: 'address_corrected',
  withdraw_request: 'closed',
  request_deletion: 'deletion_requested',
  accept_find: 'find_accepted',
  hand_over_spare: 'spare_handed_over',
  hand_over_find: 'find_handed_over',
  receive_find: 'find_received',
  take_back_spare: 'spare_taken_back',
  shelve_find: 'surplus_shelved',
  decline_find: 'find_declined',
  release_find: 'find_released',
  release_reservation: 'reservation_released',
  withdraw_find: 'find_withdrawn',
};

const actions: readonly Action[] = [...appealActions, ...findActions];
const customersOnly: readonly Action[] = ['reply', 'wish_changes', 'thank', 'confirm_address', 'correct_address'];
const accountsOnly: readonly Action[] = [
  'offer_find',
  'reserve_spare',
  'shelve_find',
  'merge',
  'take_in',
  'unmerge',
  'give_back',
];

const agent = person('agent', 'agent');
const finder = person('finder');
const stories = [
  'draft',
  'asked',
  'agreed',
  'searching',
  'withOffer',
  'found',
  'collecting',
  'atDesk',
  'onItsWay',
  'delivered',
  'closedHappy',
  'closedInVain',
  'reserved',
  'fetched',
  'sentFromShelf',
] as const;

const actors: Record<string, (appeal: Appeal) => Actor> = {
  agent: () => agent,
  finder: () => finder,
  colleague: () => person('colleague'),
  admin: () => person('admin', 'admin'),
  customer: customerOfCase,
  'customer of another case': () => ({ kind: 'customer', appealId: 'f'.repeat(24) }),
};

let test: TestApp;
let cases: ReturnType<typeof casesOf>;
let commands: ReturnType<typeof commandsOf>;
beforeAll(async () => {
  test = await startTestApp();
  cases = casesOf(test.services, { agent, finder });
  commands = commandsOf(test.services);
});
afterAll(() => test.stop());

/** A verb's type may forbid the actor altogether. */
function canBeGivenBy(actor: Actor, action: Action): boolean {
  return !(actor.kind === 'customer' ? accountsOnly : customersOnly).includes(action);
}

function give(action: Action, actor: Actor, appeal: Appeal): Promise<unknown> {
  const run: (actor: never, appeal: Appeal) => Promise<unknown> = commands[action];
  return run(actor as never, appeal);
}

function seesCase(actor: Actor, appeal: Appeal): boolean {
  if (actor.kind === 'customer') return actor.appealId === appeal.id && isOpenToCustomer(appeal);
  return isAgent(actor) || (appeal.status !== 'draft' && !isWithheld(appeal));
}

function seesFind(actor: Actor, appeal: Appeal): boolean {
  const [find] = appeal.finds;
  return actor.kind === 'account' && find !== undefined && (isAgent(actor) || find.finder === actor.id);
}

function isVisible(action: Action, actor: Actor, appeal: Appeal): boolean {
  const isAboutFind = findActions.some((candidate) => candidate === action);
  return seesCase(actor, appeal) && (!isAboutFind || seesFind(actor, appeal));
}

function allows(action: Action, actor: Actor, appeal: Appeal): boolean {
  return isVisible(action, actor, appeal) && isAllowed(actor, appeal, action, appeal.finds[0]);
}

/** @returns the actions the actor's verbs can be given at all, apart by whether the case allows them */
function apart(actor: Actor, appeal: Appeal): { allowed: Action[]; refused: Action[] } {
  const possible = actions.filter((action) => canBeGivenBy(actor, action));
  const allowed = possible.filter((action) => allows(action, actor, appeal));
  return { allowed, refused: possible.filter((action) => !allowed.includes(action)) };
}

describe.each(stories)('%s', (story) => {
  let shared: Appeal;
  beforeAll(async () => {
    shared = await cases[story]({ photos: [await photo()] });
  });

  it.each(Object.entries(actors))('refuses what %s may not do, and nothing has changed', async (_, actorOf) => {
    const actor = actorOf(shared);
    for (const action of apart(actor, shared).refused) {
      const refusal = isVisible(action, actor, shared) ? LostRace : NotFound;
      await expect(give(action, actor, shared)).rejects.toThrow(refusal);
    }
    expect(await appealFor(agent, shared.id)).toEqual(shared);
    expect(await SpareModel.exists({ appeal: shared.id })).toBeNull();
    expect(await MessageModel.exists({ appeal: shared.id, body: { $ne: 'Found!' } })).toBeNull();
  });

  it('does what each of them may, and writes what happened', async () => {
    for (const actorOf of Object.values(actors)) {
      for (const action of apart(actorOf(shared), shared).allowed) {
        const before = await copyOf(test.services, shared);
        await expectDone(action, actorOf(before), before);
      }
    }
  });
});

async function expectDone(action: Action, actor: Actor, before: Appeal): Promise<void> {
  await give(action, actor, before);
  // Nobody is left who could be told.
  if (action === 'erase_customer') return expect(appealFor(agent, before.id)).rejects.toThrow(NotFound);
  const after = await appealFor(agent, before.id);
  const by = actor.kind === 'account' ? { kind: 'account', id: actor.id } : { kind: 'customer' };
  const told: Partial<Record<Action, EventType>> = events;
  const said = expect.objectContaining({ type: told[action], actor: by });
  expect(after.timeline).toEqual([...before.timeline, said]);
  expect([after.status, after.version]).toEqual([statusAfter(before, action), before.version + 1]);
}
