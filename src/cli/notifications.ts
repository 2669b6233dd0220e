import { loadConfig } from '../config.ts';
import { openDatabase } from '../database/database.ts';
import { mailsAreOn } from '../notifications/firing.ts';
import { sendQueued, uncertainMails } from '../notifications/sending/send-queued.ts';
import { SettingsReader } from '../settings/settings.ts';

// Sends the mails that wait in GLPI's queue, once: `npm run notifications`. Made for a timer; the server does the same
// by itself with NOTIFICATIONS_SEND=true. Ends with 1 when a mail could not be sent.

try {
  const config = loadConfig(process.env);
  const database = openDatabase({ url: config.databaseUrl, poolSize: 1, connectTimeout: 10_000, queryTimeout: 0 });
  const settings = await new SettingsReader(database.db).get();
  if (!mailsAreOn(settings)) console.log("GLPI's notifications by mail are switched off: nothing is sent.");
  else {
    const { sent, failed } = await sendQueued({
      db: database.db,
      settings,
      keyFile: config.cryptKey,
      filesDir: config.filesDir,
      report: (error, message) => console.error(`${message}: ${(error as Error).message}`),
    });
    console.log(`${sent} sent, ${failed} failed.`);
    const uncertain = await uncertainMails(database.db);
    if (uncertain.length > 0) console.log(`Nobody knows whether these were sent: ${uncertain.join(', ')}`);
    process.exitCode = failed > 0 ? 1 : 0;
  }
  await database.close();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
