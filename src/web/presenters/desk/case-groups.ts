import { type Appeal, awaitsAnswer, awaitsDeletion, chosenFind, hasNewAddress } from '../../../domain/appeal';
import { approvalOf, isWithheld } from '../../../domain/approval';
import type { FoundThing } from '../../../domain/found-thing';
import { awaitsNextStep, hasNewHints } from '../../../domain/person-search';
import { erasure, overdueDraft, publish, question, retry } from './case-actions';
import type { Group } from './desk-item';

/** What waits, the most urgent first; a case may wait for several things. */
const waiting: readonly Group[] = [
  {
    name: 'promises',
    icon: 'alarm-clock',
    holds: ({ hearsBy }, { today }) => hearsBy !== null && hearsBy <= today,
    values: ({ hearsBy }, { sayDay }) => ({ day: sayDay(hearsBy ?? '') }),
    action: overdueDraft,
    order: (one, other) => (one.hearsBy ?? '').localeCompare(other.hearsBy ?? ''),
  },
  { name: 'replies', icon: 'reply', holds: ({ appeal }) => awaitsAnswer(appeal) },
  {
    name: 'soughtAnswered',
    icon: 'heart-handshake',
    holds: ({ appeal, person }) => appeal.status === 'searching' && person !== undefined && awaitsNextStep(person),
  },
  {
    name: 'hints',
    icon: 'lightbulb',
    holds: ({ appeal, person }) => appeal.status === 'searching' && person !== undefined && hasNewHints(person),
  },
  {
    name: 'claims',
    icon: 'key-round',
    holds: ({ appeal, found }) => appeal.status === 'searching' && hasNewClaim(found),
  },
  {
    name: 'unclaimed',
    icon: 'archive',
    holds: ({ appeal }, { keptSince }) => isUnclaimed(appeal, keptSince),
  },
  {
    name: 'failed',
    icon: 'triangle-alert',
    holds: ({ messages }) => messages.some(({ state }) => state === 'failed'),
    action: retry,
  },
  { name: 'newAddress', icon: 'map-pin-house', holds: ({ appeal }) => hasNewAddress(appeal) },
  { name: 'toForget', icon: 'eraser', holds: ({ appeal }) => awaitsDeletion(appeal), action: erasure },
  {
    name: 'findsToAnswer',
    icon: 'hand',
    holds: ({ appeal }) => appeal.status === 'searching' && offers(appeal) > 0,
    values: ({ appeal }) => ({ count: offers(appeal) }),
  },
  { name: 'toPost', icon: 'send', holds: ({ messages }) => messages.some(({ state }) => state === 'to_post') },
  {
    name: 'toReceive',
    icon: 'inbox',
    holds: ({ appeal }) => appeal.finds.some(({ state }) => state === 'handed_over'),
  },
  { name: 'toSend', icon: 'package', holds: ({ appeal }) => appeal.status === 'at_desk' },
  {
    name: 'toShelve',
    icon: 'archive',
    holds: ({ appeal }) => isOver(appeal) && chosenFind(appeal)?.state === 'received',
  },
  { name: 'toClose', icon: 'circle-check-big', holds: ({ appeal }) => appeal.status === 'delivered' },
  {
    name: 'toPublish',
    icon: 'pin',
    holds: ({ appeal }) => appeal.status === 'draft' && approvalOf(appeal) === 'given',
    action: publish,
  },
  {
    name: 'withheld',
    icon: 'eye-off',
    holds: ({ appeal }) => ['withdrawn', 'void', 'changes_wished'].includes(approvalOf(appeal)),
  },
  {
    name: 'asked',
    icon: 'hourglass',
    holds: ({ appeal }) => approvalOf(appeal) === 'asked',
    action: question,
  },
  {
    name: 'drafts',
    icon: 'file-pen',
    holds: ({ appeal }) => appeal.status === 'draft' && approvalOf(appeal) === 'unasked',
  },
  {
    name: 'searching',
    icon: 'search',
    holds: ({ appeal }) => appeal.status === 'searching' && !isWithheld(appeal) && offers(appeal) === 0,
    values: ({ appeal }) => ({ count: appeal.followers.length }),
  },
];

/** What goes on by itself; a case with anything to do is not among it. */
const underway: Group = {
  name: 'underway',
  icon: 'truck',
  holds: (entry, now) =>
    ['found', 'on_its_way'].includes(entry.appeal.status) && !waiting.some((group) => group.holds(entry, now)),
};

/** All groups of cases, in their order on the desk. */
export const caseGroups: readonly Group[] = [...waiting, underway];

function hasNewClaim(found: FoundThing | undefined): boolean {
  return found?.claims.some(({ verdict }) => verdict === null) ?? false;
}

function isUnclaimed({ kind, status, publishedAt }: Appeal, keptSince: Date): boolean {
  return kind === 'owner' && status === 'searching' && publishedAt !== null && publishedAt <= keptSince;
}

function offers(appeal: Appeal): number {
  return appeal.finds.filter(({ state }) => state === 'offered').length;
}

function isOver({ status }: Appeal): boolean {
  return ['on_its_way', 'delivered', 'closed'].includes(status);
}
