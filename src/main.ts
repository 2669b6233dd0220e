import { buildApp } from './app.ts';
import { ConfigError, loadConfig } from './config.ts';
import { UnusableDatabase } from './database/require-glpi.ts';

/** Milliseconds for requests under way to end after a signal. */
const GRACE = 10_000;

try {
  const config = loadConfig(process.env);
  const app = await buildApp(config);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), GRACE).unref();
      app.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  await app.listen({ host: config.host, port: config.port });
} catch (error) {
  const expected = error instanceof ConfigError || error instanceof UnusableDatabase || isListenError(error);
  console.error(expected ? (error as Error).message : error);
  process.exit(1);
}

function isListenError(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).syscall === 'listen';
}
