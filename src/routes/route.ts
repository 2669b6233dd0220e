import type { Readable } from 'node:stream';
import type { Context } from '../context.ts';
import type { PiecesFrame } from '../http/answers.ts';
import type { RequestParameters } from '../http/parameters.ts';
import type { ItemPath } from '../http/path.ts';

/** What an endpoint answers; the HTTP layer adds the headers that all answers share. */
export interface Answer {
  /** 200 when absent. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Written as JSON. Absent when `pieces`, `file` or `empty` is there. */
  readonly body?: unknown;
  /** Values of one JSON list that is too long to be held at once. */
  readonly pieces?: AsyncIterable<readonly unknown[]>;
  /** Where that list stands, when it isn't the whole answer. */
  readonly frame?: PiecesFrame;
  /** A file sent as it is. */
  readonly file?: { readonly stream: Readable; readonly size: number; readonly type: string };
  /** Answers without a body. */
  readonly empty?: true;
}

/** A request after the checks that all endpoints share (http H8). */
export interface ApiRequest {
  readonly method: string;
  readonly parameters: RequestParameters;
  /** The elements of the path after the resource. */
  readonly elements: readonly string[];
  /** How the path reads as an item's address (http H1.5); absent for named endpoints. */
  readonly item?: ItemPath;
  /** Address of the client, trusted proxies looked through. */
  readonly clientAddress: string;
  /** Scheme and host that the client called, without the port: `https://glpi.example.org`. */
  readonly origin: string;
  /** As sent: `X-Forwarded-For`, `Accept`, `If-…`. */
  header(name: string): string | undefined;
}

/** An endpoint that needs a session. */
export type Handler = (ctx: Context, request: ApiRequest) => Promise<Answer>;
