import type { Request } from 'express';
import type { AccountActor, Role } from '../domain/actor';
import type { Language } from '../domain/languages';

/** Who reads the page: an employee who is signed in, or anybody. */
export interface Viewer {
  readonly language: Language;
  /** Undefined: not signed in. */
  readonly actor: AccountActor | undefined;
  /** Empty when not signed in. */
  readonly name: string;
  readonly roles: readonly Role[];
}

/** What the layout gets of the viewer, as `viewer`; undefined when nobody is signed in. */
export interface ViewerView {
  /** Under which the browser keeps what they have not sent yet. */
  readonly id: string;
  readonly name: string;
  readonly agent: boolean;
  readonly admin: boolean;
  /** Who may see the numbers. */
  readonly insights: boolean;
}

declare global {
  namespace Express {
    interface Request {
      /** Set by the middleware `viewer`. */
      viewer: Viewer;
    }
  }
}

/**
 * The employee behind a request. For controllers whose route is guarded.
 * @throws Error when nobody is signed in: then the route lacks its guard
 */
export function actorOf(request: Request): AccountActor {
  const { actor } = request.viewer;
  if (!actor) throw new Error('a controller for employees was reached without a guard');
  return actor;
}

/** @returns what a layout may know of the viewer */
export function viewerView({ actor, name, roles }: Viewer): ViewerView | undefined {
  const [agent, admin] = [roles.includes('agent'), roles.includes('admin')];
  return actor && { id: actor.id, name, agent, admin, insights: agent || admin };
}
