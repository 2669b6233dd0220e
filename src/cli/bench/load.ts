import { Agent, request } from 'node:http';

export interface LoadResult {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
  readonly failures: number;
}

export interface LoadOptions {
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly connections: number;
  /** Milliseconds of measuring, after a tenth of that for warming up. */
  readonly duration: number;
}

/** Sends the same GET over a number of kept connections for a while, each as soon as the one before is answered. */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const times: number[] = [];
  let failures = 0;
  const begin = performance.now();
  const warm = begin + options.duration / 10;
  const end = warm + options.duration;
  const worker = async (): Promise<void> => {
    for (let now = performance.now(); now < end; now = performance.now()) {
      const status = await get(options.url, options.headers ?? {}, agent);
      if (now >= warm) {
        times.push(performance.now() - now);
        if (status >= 300) failures++;
      }
    }
  };
  await Promise.all(Array.from({ length: options.connections }, worker));
  agent.destroy();
  return { ...sorted(times), requestsPerSecond: times.length / (options.duration / 1000), failures };
}

/** Median and 99th percentile of times. */
export function sorted(times: readonly number[]): { median: number; p99: number } {
  const ascending = times.toSorted((a, b) => a - b);
  const at = (share: number) => ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

/** One GET; resolves with its status when the body has been read. */
export function get(url: string, headers: Record<string, string>, agent?: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, ...(agent ? { agent } : {}) }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}
