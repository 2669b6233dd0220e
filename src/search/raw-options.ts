/** Joins and computations of search options as the raw listing spells them (search 3.5). */
import type { Computation, JoinParams, SessionCondition } from '../catalog/model.ts';
import type { OptionSession } from '../catalog/search-options.ts';
import { followup, task } from '../catalog/single-right-bits.ts';

/** What the raw listing shows of a session. */
export interface RawSession extends OptionSession {
  readonly userId: number;
  readonly seesAllEntities: boolean;
  readonly entities: readonly number[];
  /** First names stand before family names. */
  readonly firstNameFirst: boolean;
}

/** A join's parameters; none are an empty list, SQL expressions empty objects. */
export function rawJoin(params: JoinParams | undefined, session: RawSession): unknown {
  return params === undefined || Object.keys(params).length === 0 ? [] : spelled(params, session);
}

function spelled(value: unknown, session: RawSession): unknown {
  if (typeof value === 'string') return value.startsWith('SQL:') ? Object.create(null) : value;
  if (Array.isArray(value)) return value.map((each) => spelled(each, session));
  if (typeof value !== 'object' || value === null) return value;
  const { sessionCondition, ...rest } = value as JoinParams;
  const shown = Object.fromEntries(Object.entries(rest).map(([name, each]) => [name, spelled(each, session)]));
  return sessionCondition && shown.condition === undefined
    ? { ...shown, condition: conditionText(sessionCondition, session) }
    : shown;
}

function conditionText(condition: SessionCondition, session: RawSession): string {
  switch (condition) {
    case 'sessionUser':
      return `AND NEWTABLE.users_id = ${session.userId}`;
    case 'privateFollowups':
      return session.have('followup', followup.seePrivate) ? '' : publicOrOwn(session);
    case 'privateTasks':
      return session.have('task', task.seePrivate) ? '' : publicOrOwn(session);
    default:
      return session.seesAllEntities ? '' : ` AND \`NEWTABLE\`.\`entities_id\` IN (${session.entities.join(', ')})`;
  }
}

function publicOrOwn(session: RawSession): string {
  return ` AND (\`NEWTABLE\`.\`is_private\` = 0 OR \`NEWTABLE\`.\`users_id\` = ${session.userId})`;
}

const column = (name: string | number) => `\`TABLE\`.\`${name}\``;
const id = column('id');
const once = (sum: string) => `(SUM(${sum}) / COUNT(${id})) * COUNT(DISTINCT ${id})`;
const timeCost = `${column('actiontime')} * ${column('cost_time')}/3600`;

/** Longer computations are told over several lines, each with its own number of spaces in front. */
const laidOut = (...lines: readonly (string | readonly [spaces: number, text: string])[]) =>
  lines.map((line) => (typeof line === 'string' ? line : `\n${' '.repeat(line[0])}${line[1]}`)).join('');

const onceOnTwoLines = (sum: string) => laidOut(`(SUM(${sum}) / COUNT(${id}))`, [12, `* COUNT(DISTINCT ${id})`]);

const lateResolve = (deadline: string) =>
  laidOut(
    `IF(${deadline} IS NOT NULL`,
    [12, `AND ${column('status')} <> 4`],
    [12, `AND (${column('solvedate')} > ${deadline}`],
    [18, `OR (${column('solvedate')} IS NULL`],
    [21, `AND ${deadline} < NOW())),`],
    [12, '1, 0)'],
  );

const lateOwn = (deadline: string) => {
  const taken = column('takeintoaccountdate');
  const delay = column('takeintoaccount_delay_stat');
  return laidOut(
    `IF(${deadline} IS NOT NULL`,
    [12, `AND ${column('status')} <> 4`],
    [12, `AND ((${taken} IS NOT NULL AND`],
    [17, `${taken} > ${deadline})`],
    [17, `OR (${taken} IS NULL AND`],
    [17, delay],
    [24, '> TIMESTAMPDIFF(SECOND,'],
    [40, `${column('date')},`],
    [40, `${deadline}))`],
    [17, `OR (${delay} = 0`],
    [22, `AND ${deadline} < NOW())),`],
    [12, '1, 0)'],
  );
};

const never = 99_999_999;

const nextEscalation = () => {
  const whileOpen = (open: string, deadline: string) =>
    laidOut(`IF(${open},`, [18, `COALESCE(${column(deadline)}, ${never}),`], [18, `${never})`]);
  const notTaken = `${column('takeintoaccount_delay_stat')} <= 0`;
  const notSolved = `${column('solvedate')} IS NULL`;
  const deadlines = [
    whileOpen(notTaken, 'time_to_own'),
    whileOpen(notTaken, 'internal_time_to_own'),
    whileOpen(notSolved, 'time_to_resolve'),
    whileOpen(notSolved, 'internal_time_to_resolve'),
  ];
  const least = deadlines.map((one, at) => [15, at < deadlines.length - 1 ? `${one},` : one] as const);
  return laidOut('REPLACE(', [12, 'LEAST('], ...least, [12, `), ${never}, '')`]);
};

type Text = (name: string | number, session: RawSession, layout: string | number | undefined) => string;

const texts: Readonly<Record<string, Text>> = {
  column: (name) => column(name),
  sum: (name) => `(SUM(${column(name)}))`,
  sumOnce: (name, _session, layout) => (layout === 'two lines' ? onceOnTwoLines : once)(column(name)),
  sumPerJoin: (name) => `SUM(${column(name)}) * COUNT(DISTINCT ${id}) / COUNT(*)`,
  average: (name) => `SUM(${column(name)}) / COUNT(${id})`,
  latest: (name) => `MAX( ${column(name)})`,
  countOnce: () => `COUNT(DISTINCT ${id})`,
  timeCost: () => once(timeCost),
  totalCost: () => once(`${timeCost} + ${column('cost_fixed')} + ${column('cost_material')}`),
  freePercent: () => 'LPAD(ROUND(100*TABLE.freesize/NULLIF(TABLE.totalsize, 0)), 3, 0)',
  personName: (_name, { firstNameFirst }) => {
    const names = [column('name'), column('firstname')];
    return `CONCAT(${(firstNameFirst ? names.reverse() : names).join(", ' ', ")})`;
  },
  lateResolve: (deadline) => lateResolve(column(deadline)),
  lateOwn: (deadline) => lateOwn(column(deadline)),
  nextEscalation,
};

/** A computation as text, `TABLE` standing for the joined table. */
export function rawComputation({ name, args = [] }: Computation, session: RawSession): string {
  const text = texts[name];
  if (!text) throw new Error(`Unknown computation ${name}`);
  return text(args[0] ?? '', session, args[1]);
}
