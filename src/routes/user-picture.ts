import path from 'node:path';
import type { Context } from '../context.ts';
import { findStoredFile } from '../documents/stored-file.ts';
import { ApiError } from '../http/errors.ts';
import type { Answer, ApiRequest } from './route.ts';
import { answerFile } from './stored-file-answer.ts';

/** Kinds of pictures by the end of their name; GLPI keeps PNG and JPEG. */
const mimes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.bmp': 'image/bmp',
  '.webp': 'image/webp',
};

/**
 * `…/User/:id/Picture`: the picture of a user, shown to every session; 204 when there is none (items-write W15).
 *
 * @throws ApiError ERROR:picture when there is no such user
 */
export async function userPicture(ctx: Context, request: ApiRequest, usersId: number): Promise<Answer> {
  const user: { picture: string | null } | undefined = await ctx.db
    .selectFrom('glpi_users')
    .select('picture')
    .where('id', '=', usersId)
    .executeTakeFirst();
  if (!user) throw new ApiError('ERROR:picture', { args: [usersId] });
  const { filesDir } = ctx.site.config;
  const folder = filesDir === undefined ? undefined : path.join(filesDir, '_pictures');
  const file = await findStoredFile(folder, user.picture ?? '');
  if (!file) return { status: 204, headers: { 'content-type': 'text/html; charset=UTF-8' }, empty: true };
  const mime = mimes[path.extname(file.path).toLowerCase()] ?? 'application/octet-stream';
  return answerFile(request, file, { name: String(user.picture), mime });
}
