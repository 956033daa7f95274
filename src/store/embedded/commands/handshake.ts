import { MAX_DOCUMENT_BYTES } from '../bson/codec';
import { isDoc } from '../bson/value';
import { notSupported } from '../errors';
import { MAX_MESSAGE_BYTES } from '../wire/frames';
import type { Handler } from './service';

/** The protocol of MongoDB 7.0. */
const MAX_WIRE_VERSION = 21;
const VERSION = '7.0.0';

/**
 * Says who we are: a standalone server. No `topologyVersion`, or the driver would expect streamed answers; no
 * `logicalSessionTimeoutMinutes`, so that it neither opens sessions nor retries writes, which we could not tell from
 * new ones.
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

/** There are none, so there is nothing to end. */
export const endSessions: Handler = () => ({});

/** mongoose and tools ask for it to know what they talk to. */
export const connectionStatus: Handler = ({ command }) => ({
  authInfo: {
    authenticatedUsers: [],
    authenticatedUserRoles: [],
    ...(isDoc(command) && command.showPrivileges === true ? { authenticatedUserPrivileges: [] } : {}),
  },
});
