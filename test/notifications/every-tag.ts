/** Every tag that GLPI's templates know (notifications 7, 8), and by the name of their list those of its elements. */
export interface Tags {
  readonly own: readonly string[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

const words = (prefix: string, names: string): string[] => names.split(' ').map((name) => `${prefix}.${name}`);

const ADDRESS = 'phone fax website email address postcode town state country';
const ACTOR = `itemtype actortype id name location usertitle usercategory mobile phone2 comments suppliertype ${ADDRESS}`;
const ITEM = 'name serial otherserial location contact user group model';
const LINKED = 'id date url title content';

const itilTags = (x: string): Tags => ({
  own: [
    ...words(
      x,
      'id title content description url urlapprove urldocument entity shortentity storestatus status urgency impact priority ' +
        'time creationdate closedate solvedate duedate category authors suppliers assigntosupplier openbyuser lastupdater ' +
        'assigntousers assigntogroups groups observergroups observerusers solution.type solution.description ' +
        'solution.author action numberoffollowups numberoftasks numberoflogs numberofdocuments numberofcosts ' +
        'numberofunresolved numberofitems costfixed costmaterial costtime totalcost',
    ),
    ...words(`${x}.entity`, `${ADDRESS} registration_number`),
  ],
  lists: {
    followups: [
      ...words('followup', 'author isprivate requesttype date description'),
      ...words('followup.author', ACTOR),
    ],
    tasks: words(
      'task',
      'id author isprivate date description categoryid category categorycomment time status user group begin end',
    ),
    costs: words('cost', 'name comment datebegin dateend time costtime costfixed costmaterial totalcost budget'),
    documents: words('document', 'id name weblink url downloadurl heading filename'),
    log: words(`${x}.log`, 'date user field content'),
    authors: words('author', 'id name location mobile phone phone2 email title category'),
    suppliers: words('supplier', `id name ${ADDRESS} comments type`),
    actors: words('actor', ACTOR),
    timelineitems: words('timelineitems', 'type typename date description author position'),
  },
});

const validations = words(
  'validation',
  'submission.title answer.title author status storestatus submissiondate commentsubmission validationdate validator commentvalidation',
);

const ticket = itilTags('ticket');
const problem = itilTags('problem');
const change = itilTags('change');

/** By the itemtype that mails are about. */
export const tagsOf: Readonly<Record<string, Tags>> = {
  Ticket: {
    own: [
      ...ticket.own,
      ...words(
        'ticket',
        'urlvalidation globalvalidation type requesttype autoclose sla sla_tto sla_ttr ola_tto ola_ttr location isdeleted ' +
          'numberoflinkedtickets numberofproblems numberofchanges urlsatisfaction solution.approval.description ' +
          'solution.approval.date solution.approval.author',
      ),
      ...words(
        'ticket.location',
        'comment room building latitude longitude altitude address postcode town state country',
      ),
      ...words('satisfaction', 'type datebegin dateanswered satisfaction description'),
    ],
    lists: {
      ...ticket.lists,
      items: ['ticket.itemtype', ...words('ticket.item', `${ITEM} contactnumber`)],
      linkedtickets: words('linkedticket', 'id link url title content'),
      problems: words('problem', LINKED),
      changes: words('change', LINKED),
      validations,
    },
  },
  Problem: {
    own: [...problem.own, ...words('problem', 'causes impacts symptoms numberofchanges numberoftickets')],
    lists: {
      ...problem.lists,
      changes: words('change', LINKED),
      tickets: words('ticket', LINKED),
      items: words('item', `itemtype contactnum ${ITEM}`),
    },
  },
  Change: {
    own: [
      ...change.own,
      ...words(
        'change',
        'impactcontent controlistcontent rolloutplancontent backoutplancontent checklistcontent globalvalidation ' +
          'urlvalidation numberofproblems numberoftickets',
      ),
    ],
    lists: {
      ...change.lists,
      problems: words('problem', LINKED),
      tickets: words('ticket', LINKED),
      items: words('item', `itemtype contactnum ${ITEM}`),
      validations,
    },
  },
  Reservation: {
    own: words(
      'reservation',
      'action user begin end comment note itemtype item.name item.entity item.tech itemurl url',
    ),
    lists: {},
  },
  Project: {
    own: words(
      'project',
      'name code url entity shortentity father manager managergroup state type priority percent planstartdate planenddate ' +
        'realstartdate realenddate plannedduration effectiveduration description comments creationdate lastupdatedate ' +
        'action totalcost numberofteammembers numberoftasks numberofcosts numberoflogs numberofdocuments numberofitems ' +
        'urldocument',
    ),
    lists: {
      teammembers: words('teammember', 'name itemtype'),
      tasks: words(
        'task',
        'name state type percent description comments planstartdate planenddate realstartdate realenddate ' +
          'plannedduration effectiveduration creationdate lastupdatedate',
      ),
      costs: words('cost', 'name comment datebegin dateend cost budget'),
      log: words('project.log', 'date user field content'),
      documents: words('document', 'id name weblink url downloadurl heading filename'),
      items: words('item', `itemtype ${ITEM}`),
    },
  },
  ProjectTask: {
    own: words(
      'projecttask',
      'name url entity shortentity father project projecturl createbyuser state type percent planstartdate planenddate ' +
        'realstartdate realenddate plannedduration effectiveduration ticketsduration totalduration description comments ' +
        'creationdate lastupdatedate action numberofteammembers numberoftasks numberoflogs numberofdocuments urldocument',
    ),
    lists: {
      teammembers: words('teammember', 'name itemtype'),
      tasks: words('task', 'name state type percent description plannedduration effectiveduration'),
      log: words('projecttask.log', 'date user field content'),
      documents: words('document', 'id name weblink url downloadurl heading filename'),
    },
  },
  FieldUnicity: {
    own: words('unicity', 'action action_type action_user date entity itemtype message'),
    lists: {},
  },
};

/** A text with every tag and its label, one a line: `tag=value`, `lang.tag=label`, elements after `[[list`. */
export function everyTag({ own, lists }: Tags): string {
  const lines = (tags: readonly string[]): string =>
    tags.map((tag) => `${tag}=##${tag}##\nlang.${tag}=##lang.${tag}##\n`).join('');
  const loops = Object.entries(lists).map(
    ([list, tags]) => `##FOREACH${list}##[[${list}\n${lines(tags)}##ENDFOREACH${list}##`,
  );
  return `${lines(own)}${loops.join('')}`;
}

/** The values of a text made from `everyTag`, before the first element and by element. */
export function valuesIn(text: string): {
  own: Record<string, string>;
  elements: Record<string, Record<string, string>[]>;
} {
  const [own = '', ...blocks] = text.split(/^\[\[/m);
  const pairs = (block: string): Record<string, string> =>
    Object.fromEntries([...block.matchAll(/^([a-z0-9._]+)=((?:(?!\n[a-z0-9._]+=).)*)$/gms)].map((m) => [m[1], m[2]]));
  const elements: Record<string, Record<string, string>[]> = {};
  for (const block of blocks) {
    const list = block.slice(0, block.indexOf('\n'));
    elements[list] = [...(elements[list] ?? []), pairs(block)];
  }
  return { own: pairs(own), elements };
}
