import { MAX_DOCUMENT_BYTES } from '../../bson/codec';
import { isDoc } from '../../bson/value';
import { notSupported } from '../../errors';
import { MAX_MESSAGE_BYTES } from '../../wire/frames';
import type { Handler } from '../service';
import { SESSION_MINUTES } from './sessions';

/** The protocol of MongoDB 7.0. */
const MAX_WIRE_VERSION = 21;
const VERSION = '7.0.0';

/**
 * Says who we are: a standalone server, so that the driver does not retry writes, which we could not tell from new
 * ones. No `topologyVersion`, or it would expect streamed answers.
 */
export const hello: Handler = ({ target: _, command, connectionId }) => {
  if (command.speculativeAuthenticate || command.saslSupportedMechs) throw notSupported('authentication');
  return {
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    connectionId,
    minWireVersion: 0,
    maxWireVersion: MAX_WIRE_VERSION,
    logicalSessionTimeoutMinutes: SESSION_MINUTES,
    readOnly: false,
  };
};

export const ping: Handler = () => ({});

export const buildInfo: Handler = () => ({
  version: VERSION,
  versionArray: VERSION.split('.').map(Number).concat(0),
  gitVersion: 'fundus-embedded-store',
  modules: [],
  bits: 64,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
});

/** mongoose and tools ask for it to know what they talk to. */
export const connectionStatus: Handler = ({ command }) => ({
  authInfo: {
    authenticatedUsers: [],
    authenticatedUserRoles: [],
    ...(isDoc(command) && command.showPrivileges === true ? { authenticatedUserPrivileges: [] } : {}),
  },
});
