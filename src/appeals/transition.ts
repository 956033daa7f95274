import type { Action } from '../domain/actions';
import type { AccountActor, Actor, CustomerActor } from '../domain/actor';
import { isAgent } from '../domain/actor';
import { isAllowed } from '../domain/allowed-actions';
import { type Appeal, findOf } from '../domain/appeal';
import { type Status, statusAfter } from '../domain/appeal-status';
import { isWithheld } from '../domain/approval';
import type { Find } from '../domain/find';
import type { EventActor, EventFact, TimelineEvent } from '../domain/timeline-event';
import { appealTokens, findTokens, openTokens } from '../domain/words/appeal-tokens';
import { Conflict, NotFound, VersionMismatch } from '../errors';
import { learnTokens } from '../matching/learn-tokens';
import { AppealModel, type AppealRecord } from '../models/appeal';
import { uuidFor } from '../submissions/ids';
import { toAppeal, toObjectId, withinSight } from './appeal-record';
import { LostRace } from './lost-race';
import { stamped } from './touch';

/** The fields a command may set; status, version and timeline are the transition's own. */
export type AppealChange = Partial<
  Omit<AppealRecord, '_id' | 'kind' | 'status' | 'version' | 'timeline' | 'unnoticed' | 'followers' | keyof Derived>
>;

/** What is kept besides the case, so that queries find it. */
type Derived = Pick<
  AppealRecord,
  | 'tokens'
  | 'openTokens'
  | 'findTokens'
  | 'withheld'
  | 'changedAt'
  | 'uncounted'
  | 'erasedAt'
  | 'customerErasedAt'
  | 'erasedPhotos'
  | 'erasedTokens'
>;

/** What a command does to the case it was shown. */
export interface Effect {
  fact: EventFact;
  change?: AppealChange;
}

/** Which case, who, and what they saw of it when they decided. */
export interface Target {
  actor: Actor;
  appealId: string;
  /** Version on the page the command came from; tells a lost race from a plain mistake. */
  seenVersion?: number;
  /** The only version the command is for; whoever names it wants nothing done to any other. */
  onlyVersion?: number;
  /** Fingerprint of the form that asks for it: what it has brought about is not done again. */
  submission?: string;
}

/** A command an employee gives. */
export type AccountTarget = Target & { actor: AccountActor };

/** A command a customer gives on their status page. */
export type CustomerTarget = Target & { actor: CustomerActor };

interface Command extends Target {
  action: Action;
  /** Pure: it may be asked again when somebody else wrote in between. */
  apply: (appeal: Appeal) => Effect;
}

interface FindCommand extends Target {
  action: Action;
  findId: string;
  apply: (find: Find, appeal: Appeal) => Effect;
}

/** How often a command is decided anew because others wrote first; each round means that somebody got through. */
const mostRounds = 50;

/**
 * The only writer of status and timeline: both go in one update whose filter names the id and the version read.
 * When somebody else was faster, the command is decided again on what they left, so that commands which do not
 * exclude each other all succeed.
 * @returns the case after the command, also when the form had brought it about before
 * @throws NotFound when the case is not within the actor's sight
 * @throws LostRace when the case does not allow the action (any more)
 * @throws VersionMismatch when the case is not at the only version the command is for
 */
export async function transition(command: Command): Promise<Appeal> {
  return decideAndWrite(command, (appeal) => {
    if (!isAllowed(command.actor, appeal, command.action)) throw new LostRace(appeal, command.seenVersion);
    return command.apply(appeal);
  });
}

/**
 * A transition that is about one find of the case.
 * @throws NotFound also when the find is not there, or is somebody else's and the actor no agent
 */
export async function findTransition(command: FindCommand): Promise<Appeal> {
  return decideAndWrite(command, (appeal) => {
    const find = findWithinSight(command.actor, appeal, command.findId);
    if (!isAllowed(command.actor, appeal, command.action, find)) throw new LostRace(appeal, command.seenVersion);
    return command.apply(find, appeal);
  });
}

/**
 * Takes steps that end in a transition, unless the form had brought it about when its answer was lost. For steps that
 * cannot be taken again: photos a form came with wait no more, a piece it reserved is free no more.
 * @returns the case after them
 */
export async function unlessBroughtAbout(
  target: Target,
  action: Action,
  bringAbout: () => Promise<Appeal>,
): Promise<Appeal> {
  if (!target.submission) return bringAbout();
  const appeal = await read(target);
  return tellsOf(appeal, eventIdFor({ ...target, action })) ? appeal : bringAbout();
}

async function decideAndWrite(
  command: Target & { action: Action },
  decide: (appeal: Appeal) => Effect,
): Promise<Appeal> {
  const eventId = eventIdFor(command);
  for (let round = 0; round < mostRounds; round++) {
    const appeal = await read(command);
    if (tellsOf(appeal, eventId)) return appeal;
    refuseOtherVersion(appeal, command);
    const written = await write(command, appeal, decide(appeal), eventId);
    if (!written) continue;
    const after = toAppeal(written);
    await learnTokens(publishedTokens(appeal), publishedTokens(after));
    return after;
  }
  throw new Conflict('conflict.busy');
}

async function read({ actor, appealId }: Target): Promise<Appeal> {
  const record = await AppealModel.findOne({ $and: [{ _id: toObjectId(appealId) }, withinSight(actor)] }).lean();
  if (!record) throw new NotFound();
  return toAppeal(record);
}

function refuseOtherVersion({ version }: Appeal, { onlyVersion }: Target): void {
  if (onlyVersion !== undefined && version !== onlyVersion) throw new VersionMismatch('conflict.stale');
}

function tellsOf({ timeline }: Appeal, eventId: string): boolean {
  return timeline.some(({ id }) => id === eventId);
}

/** A form asks for an action on a case once. */
function eventIdFor({ submission, appealId, action }: Target & { action: Action }): string {
  return uuidFor(submission, appealId, action);
}

async function write(command: Target & { action: Action }, appeal: Appeal, effect: Effect, id: string) {
  const event: TimelineEvent = { ...effect.fact, id, at: new Date(), actor: eventActor(command.actor) };
  const status = statusAfter(appeal, command.action);
  return AppealModel.findOneAndUpdate(
    { _id: toObjectId(appeal.id), version: appeal.version },
    {
      $set: {
        ...effect.change,
        ...tokensAfter(appeal, effect.change, status),
        status,
        withheld: isWithheld({ timeline: [...appeal.timeline, event] }),
        uncounted: true,
      },
      $push: { timeline: event, unnoticed: event.id },
      $inc: { version: 1 },
      ...stamped,
    },
    { returnDocument: 'after' },
  ).lean();
}

/** Most commands change neither a word nor the status. */
function tokensAfter(before: Appeal, change: AppealChange | undefined, status: Status): Partial<Derived> {
  if (!change && status === before.status) return {};
  const after = { ...before, ...change };
  const tokens = appealTokens(after);
  return { tokens, openTokens: openTokens(status, tokens), findTokens: findTokens(after) };
}

/** What the search counts: the words of a draft, or without the customer's agreement, are for agents alone. */
function publishedTokens(appeal: Appeal): string[] {
  return appeal.status === 'draft' || isWithheld(appeal) ? [] : appealTokens(appeal);
}

function findWithinSight(actor: Actor, appeal: Appeal, findId: string): Find {
  const find = findOf(appeal, findId);
  const seen = find && actor.kind === 'account' && (isAgent(actor) || find.finder === actor.id);
  if (!seen) throw new NotFound();
  return find;
}

function eventActor(actor: Actor): EventActor {
  return actor.kind === 'account' ? { kind: 'account', id: actor.id } : { kind: 'customer' };
}
