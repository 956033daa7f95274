import { createServer, type Server, type Socket } from 'node:net';
import { dispatch, toErrorReply } from './commands/dispatch';
import type { Service } from './commands/service';
import { StoreError } from './errors';
import { type Frame, FrameReader } from './wire/frames';
import { encodeReply, parseRequest, type Request } from './wire/message';
import { encodeReplyDocument, type Reply } from './wire/reply';

/** Answers clients on one socket. A connection's commands run one after the other, connections beside each other. */
export class WireServer {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private connections = 0;

  constructor(private readonly service: Service) {
    this.server = createServer((socket) => this.serve(socket));
  }

  listen(socketPath: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(socketPath, () => resolve());
    });
  }

  /** Lets running commands finish their writes and drops the connections. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      for (const socket of this.sockets) socket.destroy();
    });
  }

  private serve(socket: Socket): void {
    this.connections += 1;
    const connection = new Connection(socket, this.service, this.connections);
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => connection.receive(chunk));
  }
}

/** One client. */
class Connection {
  private readonly reader = new FrameReader();
  private last: Promise<void> = Promise.resolve();
  private replies = 0;

  constructor(
    private readonly socket: Socket,
    private readonly service: Service,
    private readonly id: number,
  ) {}

  /** Whoever sends what is no message loses the connection; nobody else notices. */
  receive(chunk: Buffer): void {
    try {
      for (const message of this.reader.push(chunk)) this.last = this.last.then(() => this.answer(message));
    } catch {
      this.socket.destroy();
    }
  }

  private async answer(message: Frame): Promise<void> {
    try {
      const request = parseRequest(message);
      const reply = await dispatch(this.service, request.command, this.id);
      if (!request.unacknowledged) await this.send(request, reply);
    } catch (error) {
      if (error instanceof StoreError) await this.send(message, toErrorReply(error));
      else this.socket.destroy();
    }
  }

  /** Waits for a client that does not read: what it has asked for meanwhile is not answered into memory. */
  private async send(to: Pick<Request, 'requestId' | 'opCode'>, reply: Reply): Promise<void> {
    this.replies += 1;
    if (this.socket.destroyed || this.socket.write(encodeReply(to, this.replies, encodeReplyDocument(reply)))) return;
    await new Promise<void>((resolve) => {
      this.socket.once('drain', resolve).once('close', resolve);
    });
  }
}
