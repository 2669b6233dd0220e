import { type SqlBool, sql } from 'kysely';
import * as catalog from '../../catalog/catalog.ts';
import { CREATE, PURGE, READ, UPDATE } from '../../catalog/right-bits.ts';
import type { Context } from '../../context.ts';
import type { Row } from '../../database/database.ts';
import { among } from '../../entities/entity-condition.ts';
import type { Behaviour } from '../behaviour.ts';
import { isInTeam, projectTeams, taskTeams, teamReasons } from './teams.ts';

const READ_ALL = 1024;
const READ_MY = 1;
const UPDATE_MY = 1024;

/** Projects: all, or those that one manages or is in the team of (rights R9, search 10.1). */
export const projectRights: Behaviour = {
  canClass: ({ rights }, _itemtype, operation, inherited) =>
    operation === READ ? rights.have('project', READ_ALL | READ_MY) : inherited(),

  async canItem(ctx, _itemtype, row, operation, inherited) {
    if (!(await inherited())) return false;
    return operation !== READ || seesProject(ctx, row);
  },

  visible(ctx, _itemtype, alias) {
    if (ctx.rights.have('project', READ_ALL)) return Promise.resolve(undefined);
    const { groups } = ctx.session;
    const manages = sql<SqlBool>`${sql.ref(`${alias}.users_id`)} = ${ctx.rights.userId}`;
    const myGroupManages = among(sql.ref(`${alias}.groups_id`), groups);
    return Promise.resolve({
      anyOf: [
        { condition: manages },
        ...teamReasons(ctx, projectTeams, sql.ref(`${alias}.id`)),
        ...(groups.length > 0 ? [{ condition: myGroupManages }] : []),
      ],
    });
  },
};

async function seesProject(ctx: Context, row: Row): Promise<boolean> {
  if (ctx.rights.have('project', READ_ALL)) return true;
  if (!ctx.rights.have('project', READ_MY)) return false;
  if (Number(row.users_id) === ctx.rights.userId || ctx.session.groups.includes(Number(row.groups_id))) return true;
  return isInTeam(ctx, projectTeams, Number(row.id));
}

/** Tasks of projects: lists show those of one's own teams only (rights R9, items-read G4.3). */
export const projectTaskRights: Behaviour = {
  canClass({ rights }, itemtype, operation, inherited) {
    if (operation === READ) return rights.have('project', READ_ALL | READ_MY) || rights.have('projecttask', READ_MY);
    if (operation === CREATE) return rights.have('project', UPDATE);
    if (operation === UPDATE) return inherited() || rights.have('projecttask', UPDATE_MY);
    if (operation !== PURGE) return inherited();
    return rights.canClass(catalog.itemtype(itemtype.child!.itemtype)!, UPDATE);
  },

  async canItem(ctx, itemtype, row, operation, inherited) {
    const { rights } = ctx;
    if (operation !== READ && operation !== UPDATE) return inherited();
    const takesPart = async () =>
      Number(row.users_id) === rights.userId || (await isInTeam(ctx, taskTeams, Number(row.id)));
    const projects = catalog.itemtype('Project')!;
    const project = await rights.find(projects, Number(row.projects_id));
    if (operation === UPDATE) {
      const mayChangeProject =
        project && rights.canClass(projects, UPDATE) && (await rights.passesItemTest(projects, project, UPDATE));
      return mayChangeProject || (rights.have('projecttask', UPDATE_MY) && takesPart());
    }
    const entity = await rights.entityOf(itemtype, row);
    if (entity && !rights.haveAccess(entity.id, entity.recursive)) return false;
    if (project && (await seesProject(ctx, project))) return true;
    return rights.have('projecttask', READ_MY) && takesPart();
  },

  visible(ctx, _itemtype, alias) {
    const project = sql.ref(`${alias}.projects_id`);
    return Promise.resolve({
      where: sql<SqlBool>`exists (select 1 from glpi_projects p where p.id = ${project} and p.is_template = 0)`,
      anyOf: teamReasons(ctx, taskTeams, sql.ref(`${alias}.id`)),
    });
  },
};
