import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'ldapts';
import { freePort, untilListening } from '../sessions/redis-server.ts';

const SLAPD = '/usr/sbin/slapd';
const SCHEMA = '/etc/ldap/schema/core.schema';

/** Whether this machine has an OpenLDAP server to test with. */
export const hasLdap = existsSync(SLAPD) && existsSync(SCHEMA);

export const baseDn = 'dc=acme,dc=test';
export const root = { dn: `cn=admin,${baseDn}`, password: 'the admin password' };

/** Starts a directory of the test's own, with two people in it. */
export async function startLdap(): Promise<{ port: number; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'apirest-ldap-'));
  mkdirSync(path.join(folder, 'data'));
  const config = path.join(folder, 'slapd.conf');
  writeFileSync(
    config,
    [
      `include ${SCHEMA}`,
      'include /etc/ldap/schema/cosine.schema',
      'include /etc/ldap/schema/inetorgperson.schema',
      'modulepath /usr/lib/ldap',
      'moduleload back_mdb',
      `pidfile ${folder}/slapd.pid`,
      'database mdb',
      `suffix "${baseDn}"`,
      `rootdn "${root.dn}"`,
      `rootpw "${root.password}"`,
      `directory ${folder}/data`,
      'access to attrs=userPassword by anonymous auth by * none',
      'access to * by dn.exact="cn=nobody" write by users read by anonymous auth',
    ].join('\n'),
  );
  const port = await freePort();
  const server = spawn(SLAPD, ['-f', config, '-h', `ldap://127.0.0.1:${port}/`, '-d', '0'], { stdio: 'ignore' });
  await untilListening(port, server);
  await fill(port);
  return {
    port,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fill(port: number): Promise<void> {
  const client = new Client({ url: `ldap://127.0.0.1:${port}` });
  await client.bind(root.dn, root.password);
  await client.add(baseDn, { objectClass: ['dcObject', 'organization'], dc: 'acme', o: 'Acme' });
  for (const [uid, title] of [
    ['xena', 'engineer'],
    ['otto', 'guest'],
  ] as const) {
    await client.add(`uid=${uid},${baseDn}`, {
      objectClass: 'inetOrgPerson',
      uid,
      cn: uid,
      sn: uid,
      title,
      userPassword: `password of ${uid}`,
    });
  }
  await client.unbind();
}
