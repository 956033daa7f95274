import { setTimeout } from 'node:timers/promises';
import { type Doc, isDoc, isNumeric } from '../../bson/value';
import { badValue, HangUp, notSupported, StoreError } from '../../errors';
import type { Handler } from '../service';

const KNOWN = [
  ...['failCommands', 'errorCode', 'errorLabels', 'closeConnection', 'blockConnection', 'blockTimeMS'],
  'writeConcernError',
];

/** Faults made on purpose, as MongoDB has them for tests. There are none unless a store is started for tests. */
export class FailPoints {
  private data: Doc = {};
  private left = 0;
  private skipped = 0;

  /** @throws StoreError for what it cannot make happen */
  set(mode: unknown, data: Doc): void {
    const unknown = Object.keys(data).find((name) => !KNOWN.includes(name));
    if (unknown) throw notSupported(`a fail point with ${unknown}`);
    this.data = data;
    this.left = timesOf(mode);
    this.skipped = isDoc(mode) && isNumeric(mode.skip) ? Number(mode.skip) : 0;
  }

  /**
   * Lets a command fail if it is its turn to.
   * @returns what joins the reply of a command that succeeds all the same
   * @throws StoreError or HangUp
   */
  async meet(command: string): Promise<Doc> {
    if (!this.isTurnOf(command)) return {};
    const { errorCode, errorLabels, closeConnection, blockConnection, blockTimeMS, writeConcernError } = this.data;
    if (blockConnection === true) await setTimeout(Number(blockTimeMS));
    if (closeConnection === true) throw new HangUp();
    const labels = errorLabels === undefined ? {} : { errorLabels };
    if (isNumeric(errorCode)) throw new StoreError(Number(errorCode), 'Failing command via failpoint', labels);
    return writeConcernError === undefined ? {} : { writeConcernError, ...labels };
  }

  private isTurnOf(command: string): boolean {
    const { failCommands } = this.data;
    if (this.left <= 0 || !Array.isArray(failCommands) || !failCommands.includes(command)) return false;
    if (this.skipped > 0) {
      this.skipped -= 1;
      return false;
    }
    this.left -= 1;
    return true;
  }
}

function timesOf(mode: unknown): number {
  if (mode === 'off') return 0;
  if (mode === 'alwaysOn' || (isDoc(mode) && isNumeric(mode.skip))) return Number.POSITIVE_INFINITY;
  if (isDoc(mode) && isNumeric(mode.times)) return Number(mode.times);
  throw badValue('the mode of a fail point is off, alwaysOn, {times: n} or {skip: n}');
}

export const configureFailPoint: Handler = ({ service, target, command }) => {
  if (!service.failPoints) throw notSupported('the command configureFailPoint');
  if (target !== 'failCommand') throw notSupported(`the fail point ${String(target)}`);
  service.failPoints.set(command.mode, isDoc(command.data) ? command.data : {});
  return {};
};
