import { decode, refusePrototypePaths } from '../bson/codec';
import { type Doc, isDoc } from '../bson/value';
import { type Frame, frame, ProtocolError } from './frames';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** The low 16 bits are "must understand"; we understand two of them. */
const UNKNOWN_REQUIRED = 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME);

/** A command as the client sent it. */
export interface Request {
  readonly requestId: number;
  readonly opCode: number;
  readonly command: Doc;
  /** The client does not wait for an answer and would choke on one. */
  readonly unacknowledged: boolean;
}

/**
 * @param message one complete frame
 * @throws ProtocolError when the bytes are not a message we can read
 */
export function parseRequest(message: Frame): Request {
  if (message.opCode === OP_MSG) return parseMsg(message);
  if (message.opCode === OP_QUERY) return parseQuery(message);
  throw new ProtocolError(`unknown opcode ${message.opCode}`);
}

function parseMsg({ requestId, opCode, body }: Frame): Request {
  if (body.length < 5) throw new ProtocolError('message without sections');
  const flags = body.readUInt32LE(0);
  if (flags & UNKNOWN_REQUIRED) throw new ProtocolError(`unknown required flags ${flags}`);
  const end = body.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const command = parseSections(body.subarray(4, end));
  return { requestId, opCode, command, unacknowledged: (flags & MORE_TO_COME) !== 0 };
}

function parseSections(bytes: Buffer): Doc {
  let command: Doc | undefined;
  const sequences: Doc = {};
  for (let at = 0; at < bytes.length; ) {
    const kind = bytes[at];
    const section = slice(bytes, at + 1);
    if (kind === 0 && !command) command = readDocument(section);
    else if (kind === 1) readSequence(section, sequences);
    else throw new ProtocolError(`unexpected section of kind ${kind}`);
    at += 1 + section.length;
  }
  if (!command) throw new ProtocolError('message without a command');
  return { ...command, ...sequences };
}

/** A document sequence is the long array of a command, sent beside it: length, name, documents. */
function readSequence(section: Buffer, into: Doc): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new ProtocolError('document sequence without a name');
  const documents: Doc[] = [];
  for (let at = nameEnd + 1; at < section.length; ) {
    const bytes = slice(section, at);
    documents.push(readDocument(bytes));
    at += bytes.length;
  }
  into[section.toString('utf8', 4, nameEnd)] = documents;
}

/** Bytes of the length-prefixed thing at `at`. */
function slice(bytes: Buffer, at: number): Buffer {
  if (at + 5 > bytes.length) throw new ProtocolError('truncated message');
  const size = bytes.readInt32LE(at);
  if (size < 5 || at + size > bytes.length) throw new ProtocolError(`impossible length ${size}`);
  return bytes.subarray(at, at + size);
}

/** OP_QUERY: flags, namespace, skip, limit, command. Drivers use it for the very first hello only. */
function parseQuery({ requestId, opCode, body }: Frame): Request {
  const nameEnd = body.indexOf(0, 4);
  if (nameEnd < 0) throw new ProtocolError('query without a namespace');
  const namespace = body.toString('utf8', 4, nameEnd);
  const command = readDocument(slice(body, nameEnd + 9));
  const inner = isDoc(command.$query) ? command.$query : command;
  return { requestId, opCode, command: { ...inner, $db: namespace.split('.')[0] }, unacknowledged: false };
}

function readDocument(bytes: Buffer): Doc {
  const doc = decode(bytes);
  refusePrototypePaths(bytes, doc);
  return doc;
}

/** @returns the bytes that answer a request with an encoded document */
export function encodeReply(request: Pick<Request, 'requestId' | 'opCode'>, replyId: number, document: Buffer): Buffer {
  if (request.opCode === OP_MSG) return frame(replyId, request.requestId, OP_MSG, [Buffer.alloc(5), document]);
  const head = Buffer.alloc(20); // flags, cursor id and start are 0
  head.writeInt32LE(1, 16); // one document follows
  return frame(replyId, request.requestId, OP_REPLY, [head, document]);
}
