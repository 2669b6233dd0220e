import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail server that keeps what it gets. */
export interface MailBox {
  readonly port: number;
  readonly got: Received[];
  close(): Promise<void>;
}

export interface Received {
  readonly from: string;
  readonly to: string;
  readonly content: string;
  /** Whether it came encrypted. */
  readonly secure: boolean;
}

export async function mailBox(options: SMTPServerOptions): Promise<MailBox> {
  const got: Received[] = [];
  const server = new SMTPServer({
    onData(stream, { envelope, secure }, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address).join();
        got.push({ from, to, content: Buffer.concat(pieces).toString(), secure });
        done();
      });
    },
    ...options,
  });
  // Clients that refuse a certificate break the connection off.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return { port, got, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
