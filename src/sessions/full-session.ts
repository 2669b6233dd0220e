import { PhpArray, type PhpValue } from '../http/php-array.ts';
import { truthy } from '../http/php-values.ts';
import type { ActiveEntities, ActiveProfile, ProfileEntity, SessionData } from './session.ts';

/**
 * A session as GLPI shows it (sessions S8).
 * @param token the session's token
 * @param now the request's moment in the session's time zone
 * @param later the session was opened by an earlier request
 */
export function fullSession(session: SessionData, token: string, now: string, later: boolean): Record<string, unknown> {
  const { user, preferences } = session;
  const { is_ids_visible, ...rest } = preferences;
  return {
    valid_id: token,
    glpi_currenttime: now,
    glpi_use_mode: session.useMode,
    glpiID: user.id,
    glpiis_ids_visible: is_ids_visible,
    glpifriendlyname: user.friendlyName,
    glpiname: user.name,
    glpirealname: user.realname,
    glpifirstname: user.firstname,
    glpidefault_entity: user.defaultEntity,
    glpiextauth: user.external,
    glpiauthtype: user.authtype,
    glpiroot: '',
    glpi_plannings: [],
    glpicrontimer: session.openedAt,
    ...(user.timeZone ? { glpi_tz: user.timeZone } : {}),
    glpi_tabs: [],
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [`glpi${name}`, value])),
    glpi_dropdowntranslations: [],
    glpipluralnumber: 2,
    ...(session.passwordExpired ? { glpi_password_expired: 1 } : {}),
    ...(session.activeProfile ? shownProfiles(session, session.activeProfile) : {}),
    ...(session.entities ? shownEntities(session.entities) : {}),
    ...(session.activeProfile ? { glpigroups: session.groups } : {}),
    ...(session.multiEntities === undefined ? {} : { glpi_multientitiesmode: session.multiEntities }),
    ...(session.byPassword ? { noAUTO: 1 } : {}),
    ...(later ? { MESSAGE_AFTER_REDIRECT: [] } : {}),
  };
}

/** A profile with its entities by id (S9.2). */
export const shownProfile = (profile: ActiveProfile): Record<string, unknown> => ({
  ...profile.fields,
  entities: entitiesById(profile.entities),
});

function shownProfiles(session: SessionData, active: ActiveProfile): Record<string, unknown> {
  return {
    glpiprofiles: PhpArray.of(
      session.profiles.map(({ id, name, entities }) => [
        id,
        PhpArray.of([
          ['name', name],
          ['entities', entitiesById(entities)],
        ]),
      ]),
    ),
    glpiactiveprofile: shownProfile(active),
    glpisearch: [],
  };
}

function shownEntities(active: ActiveEntities): Record<string, unknown> {
  return {
    glpiactiveentities: byThemselves(active.ids),
    glpientity_fullstructure: active.fullStructure,
    glpiactiveentities_string: `'${active.ids.join("', '")}'`,
    glpiparententities: byThemselves(active.parents),
    glpiparententities_string: quotedUnlessEmpty(active.parents.join("', '")),
    glpiactive_entity: active.id,
    glpiactive_entity_recursive: active.recursive,
    glpiactive_entity_name: active.name,
    glpiactive_entity_shortname: active.shortName,
    glpishowallentities: active.all ? 1 : 0,
  };
}

/** The root alone is `0`, which PHP takes for empty. */
const quotedUnlessEmpty = (text: string): string => (truthy(text) ? `'${text}'` : text);

const byThemselves = (ids: readonly number[]): PhpArray => PhpArray.of(ids.map((id) => [id, id]));

const entitiesById = (entities: readonly ProfileEntity[]): PhpArray =>
  PhpArray.of(entities.map((entity) => [entity.id, { ...entity } as { [key: string]: PhpValue }]));
