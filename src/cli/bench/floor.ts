import Fastify from 'fastify';
import mysql from 'mysql2/promise';

// The least that a server can do: a bare Fastify route that answers with one row found by its key. Other figures of the
// bench are held against it, since absolute ones say more about the machine than about the server.

const pool = mysql.createPool({ uri: process.env.DATABASE_URL ?? '', connectionLimit: 10, dateStrings: true });
const app = Fastify();
app.get<{ Params: { id: string } }>('/:id', async (request) => {
  const [rows] = await pool.query<mysql.RowDataPacket[]>('SELECT * FROM glpi_computers WHERE id = ?', [
    Number(request.params.id),
  ]);
  return rows[0];
});
app.post('/', async () => {
  const [result] = await pool.query<mysql.ResultSetHeader>(
    'INSERT INTO glpi_computers (name, entities_id, date_creation, date_mod) VALUES (?, 0, NOW(), NOW())',
    ['bench'],
  );
  return { id: result.insertId };
});
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
process.once('SIGTERM', () => process.exit(0));
