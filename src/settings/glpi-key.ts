import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

const KEY_LENGTH = 32;
const NONCE_LENGTH = 24;

/**
 * A secret that GLPI keeps encrypted in its database (passwords of directories and mail servers): base64 of a nonce and
 * what libsodium's XChaCha20-Poly1305 made, the nonce being the additional data too.
 * @param encrypted empty and null are an empty secret
 * @param keyFile path of GLPI's key file (32 bytes)
 * @throws Error when there is no usable key, or the text was encrypted with another one
 */
export async function decryptSecret(encrypted: string | null, keyFile: string | undefined): Promise<string> {
  if (!encrypted) return '';
  const key = await readKey(keyFile);
  const bytes = Buffer.from(encrypted, 'base64');
  const nonce = bytes.subarray(0, NONCE_LENGTH);
  const plain = xchacha20poly1305(key, nonce, nonce).decrypt(bytes.subarray(NONCE_LENGTH));
  return Buffer.from(plain).toString('utf8');
}

/**
 * Encrypts a secret as GLPI does.
 * @throws Error when there is no usable key
 */
export async function encryptSecret(secret: string, keyFile: string | undefined): Promise<string> {
  const key = await readKey(keyFile);
  const nonce = randomBytes(NONCE_LENGTH);
  const sealed = xchacha20poly1305(key, nonce, nonce).encrypt(Buffer.from(secret, 'utf8'));
  return Buffer.concat([nonce, sealed]).toString('base64');
}

async function readKey(keyFile: string | undefined): Promise<Buffer> {
  if (keyFile === undefined) throw new Error("GLPI's key file is needed for encrypted passwords (GLPI_CRYPT_KEY)");
  const key = await readFile(keyFile);
  if (key.length !== KEY_LENGTH)
    throw new Error(`${keyFile} is not a key file of GLPI: it must have ${KEY_LENGTH} bytes`);
  return key;
}
