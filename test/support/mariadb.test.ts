import type { RowDataPacket } from 'mysql2/promise';
import { expect, it } from 'vitest';
import { connect, freshGlpi } from './mariadb.ts';

it('a database that is used again holds the template’s rows, counters and tables', async () => {
  const first = await freshGlpi();
  const connection = await connect();
  const counter = async (name: string) => {
    const [[row]] = await connection.query<RowDataPacket[]>(
      "SELECT AUTO_INCREMENT AS next FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = 'glpi_states'",
      [name],
    );
    return row!.next;
  };
  const before = await counter(first.name);
  await connection.query(
    `INSERT INTO ${first.name}.glpi_states (name) VALUES ('x'); DELETE FROM ${first.name}.glpi_states WHERE name = 'x'; UPDATE ${first.name}.glpi_users SET is_active = 0; CREATE TABLE ${first.name}.mine (id INT)`,
  );
  await first.drop();
  const again = await freshGlpi();
  const [[users]] = await connection.query<RowDataPacket[]>(
    `SELECT COUNT(*) AS inactive FROM ${again.name}.glpi_users WHERE is_active = 0`,
  );
  const [mine] = await connection.query<RowDataPacket[]>(`SHOW TABLES FROM ${again.name} LIKE 'mine'`);
  expect([users!.inactive, mine.length, await counter(again.name)]).toEqual([0, 0, before]);
  await again.drop();
  await connection.end();
});
