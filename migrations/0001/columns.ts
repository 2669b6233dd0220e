/** A column as MariaDB keeps it; `key` names the single-column index that carries the column's own name. */
export class Column {
  readonly type: string;
  readonly nullable: boolean;
  /** The declared default as text; null for NULL, undefined for none. */
  readonly default: string | null | undefined;
  readonly key: 'index' | 'unique' | 'fulltext' | undefined;

  constructor(type: string, nullable: boolean, value: string | null | undefined, key?: Column['key']) {
    this.type = type;
    this.nullable = nullable;
    this.default = value;
    this.key = key;
  }

  /** NOT NULL with this default. */
  or(value: string | number): Column {
    return new Column(this.type, false, String(value), this.key);
  }

  /** NULL allowed, with this default. */
  nullOr(value: string | number): Column {
    return new Column(this.type, true, String(value), this.key);
  }

  /** NULL allowed, and the default. */
  get optional(): Column {
    return new Column(this.type, true, null, this.key);
  }

  /** NOT NULL without a default. */
  get required(): Column {
    return new Column(this.type, false, undefined, this.key);
  }

  get indexed(): Column {
    return new Column(this.type, this.nullable, this.default, 'index');
  }

  get unique(): Column {
    return new Column(this.type, this.nullable, this.default, 'unique');
  }

  get fulltext(): Column {
    return new Column(this.type, this.nullable, this.default, 'fulltext');
  }

  /** Without an index of its own (others may hold it). */
  get plain(): Column {
    return new Column(this.type, this.nullable, this.default);
  }
}

// The kinds. A number's usual form is NOT NULL DEFAULT 0, a text's or date's NULL DEFAULT NULL.
/** The primary key. */
export const id = new Column('int(10) unsigned', false, undefined);
/** The id of a row of another table; 0 for none. */
export const fk = new Column('int(10) unsigned', false, '0', 'index');
export const flag = new Column('tinyint(4)', false, '0');
export const int = new Column('int(11)', false, '0');
export const bigint = new Column('bigint(20)', false, '0');
export const float = new Column('float', false, '0');
export const money = new Column('decimal(20,4)', false, '0.0000');
export const text = new Column('text', true, null);
export const mediumtext = new Column('mediumtext', true, null);
export const longtext = new Column('longtext', true, null);
export const timestamp = new Column('timestamp', true, null);
export const date = new Column('date', true, null);
export const time = new Column('time', true, null);
export const varchar = (length: number) => new Column(`varchar(${length})`, true, null);
export const char = (length: number) => new Column(`char(${length})`, true, null);
/** A type that occurs once or twice; NULL DEFAULT NULL like a text. */
export const type = (name: string) => new Column(name, true, null);
export const string = varchar(255);

// Columns that many tables have, under their own names.
export const actiontime = int;
export const ancestors_cache = longtext;
export const autoupdatesystems_id = fk;
export const busID = string.indexed;
export const comment = text;
export const completename = text;
export const contact = string;
export const contact_num = string;
export const content = longtext;
export const date_creation = timestamp.indexed;
export const date_mod = timestamp.indexed;
export const designation = string.indexed;
export const entities_id = fk;
export const groups_id = fk;
export const groups_id_tech = fk;
export const is_active = flag.indexed;
export const is_deleted = flag.indexed;
export const is_dynamic = flag.indexed;
export const is_recursive = flag.indexed;
export const is_template = flag.indexed;
export const items_id = fk.plain;
export const itemtype = varchar(100).required;
export const level = int.indexed;
export const locations_id = fk;
export const manufacturers_id = fk;
export const name = string.indexed;
export const num = int;
export const otherserial = string.indexed;
export const picture_front = text;
export const picture_rear = text;
export const pictures = text;
export const product_number = string.indexed;
export const serial = string.indexed;
export const sons_cache = longtext;
export const states_id = fk;
export const template_name = string;
export const users_id = fk;
export const users_id_tech = fk;
