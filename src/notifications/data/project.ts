/** Projects and their tasks (notifications 8). */
import * as catalog from '../../catalog/catalog.ts';
import type { Row } from '../../database/database.ts';
import type { EntityMail } from '../entity-mail.ts';
import type { Occasion, Raised, Reader } from '../occasion.ts';
import { type TemplateData, under } from '../template.ts';
import type { Subject, Topic } from '../topic.ts';
import { logTags } from './history.ts';
import { documentTags } from './itil-lists.ts';
import { entityTags } from './itil-tags.ts';
import { labelTags } from './labels.ts';
import { projectLabels, projectTaskLabels } from './project-labels.ts';
import { type ProjectKind, projectPeople } from './project-people.ts';
import { namesIn, readProjectRows } from './project-rows.ts';
import { costTags, itemTags, memberTags, ownTags, taskTags } from './project-tags.ts';
import { path, said } from './values.ts';

const project: ProjectKind = {
  itemtype: 'Project',
  labels: projectLabels,
  events: { new: 'New project', update: 'Update of a project', delete: 'Deletion of a project' },
  team: 'glpi_projectteams',
  key: 'projects_id',
  taskKey: 'projects_id',
  type: ['glpi_projecttypes', 'projecttypes_id'],
};

const projectTask: ProjectKind = {
  itemtype: 'ProjectTask',
  labels: projectTaskLabels,
  events: { new: 'New project task', update: 'Update of a project task', delete: 'Deletion of a project task' },
  team: 'glpi_projecttaskteams',
  key: 'projecttasks_id',
  taskKey: 'projecttasks_id',
  type: ['glpi_projecttasktypes', 'projecttasktypes_id'],
};

export const projectTopic: Topic = (o, raised) => subjectOf(project, o, raised);
export const projectTaskTopic: Topic = (o, raised) => subjectOf(projectTask, o, raised);

async function subjectOf(kind: ProjectKind, o: Occasion, raised: Raised): Promise<Subject | undefined> {
  const { table } = catalog.itemtype(kind.itemtype)!;
  const row: Row | undefined = await o.db.selectFrom(table).selectAll().where('id', '=', raised.id).executeTakeFirst();
  if (!row) return undefined;
  return {
    itemtype: kind.itemtype,
    id: raised.id,
    entity: Number(row.entities_id),
    isRecursive: Number(row.is_recursive) === 1,
    isPrivate: false,
    row,
    replacesEarlier: true,
    people: (target) => projectPeople(kind, o, row, target),
    data: (mail, mentions) => dataOf(kind, o, raised, row, mail, mentions),
  };
}

async function dataOf(
  kind: ProjectKind,
  o: Occasion,
  raised: Raised,
  row: Row,
  mail: EntityMail,
  mentions: (...words: string[]) => boolean,
): Promise<(reader: Reader) => TemplateData> {
  const rows = await readProjectRows(kind, o, row, mentions);
  const names = await namesIn(kind, o, row, rows);
  const prefix = kind.itemtype.toLowerCase();
  return (reader) => {
    const telling = { kind, o, reader, names };
    const own = {
      ...entityTags(mail.row),
      entity: path(mail.row?.completename),
      shortentity: said(mail.row?.name),
      action: reader.translate(kind.events[raised.event] ?? ''),
      ...ownTags(telling, row, rows),
    };
    return {
      tags: {
        ...labelTags(kind.labels, reader.translate),
        'glpi.url': o.settings.text('url_base') ?? '',
        ...under(prefix, own),
      },
      lists: {
        tasks: rows.tasks.map((one) => taskTags(telling, one)),
        teammembers: rows.team.map((one) => memberTags(telling, one)),
        costs: rows.costs.map((one) => costTags(telling, one)),
        log: logTags(o, reader, prefix, rows.logs),
        documents: documentTags(telling, rows.documents),
        items: rows.items.map((one) => itemTags(telling, one)),
      },
    };
  };
}
