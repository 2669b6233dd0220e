/** What a kind of item has to say in notifications: one module each, registered in topics.ts. */
import type { Row } from '../database/database.ts';
import type { EntityMail } from './entity-mail.ts';
import type { Occasion, Raised, Reader } from './occasion.ts';
import type { TemplateData } from './template.ts';
import type { KnownUser } from './users.ts';

/** Somebody who may be told. */
export type Candidate =
  | { readonly user: number /** Instead of the user's default address. */; readonly address?: string }
  | { readonly user: 0 /** The owner of the account that the mail is about. */; readonly owner: KnownUser }
  | {
      readonly user: 0;
      readonly address: string;
      readonly name: string;
      readonly kind: 'administrator' | 'stranger';
    };

/** The item that something happened to. */
export interface Subject {
  readonly itemtype: string;
  readonly id: number;
  readonly entity: number;
  readonly isRecursive: boolean;
  /** Only for those who see private followups. */
  readonly isPrivate: boolean;
  /** Its columns; targets that every kind of item has are found in them. */
  readonly row: Row;
  /** Number of the item in the subject of its mails. */
  readonly number?: string;
  /** A later mail about the item replaces an earlier one that isn't sent yet. */
  readonly replacesEarlier: boolean;
  /** The author is told, whatever the author prefers. */
  readonly tellsAuthor?: boolean;
  /** Mails can be answered by mail. */
  readonly takesAnswers?: boolean;
  /** Those behind a target of type 1; undefined: this kind of item doesn't say. */
  people(target: number): Promise<readonly Candidate[] | undefined>;
  /**
   * Reads what the texts need; the answer then knows the values of all tags for any reader.
   *
   * @param mentions whether any of the texts holds one of the words: what no text names isn't read
   */
  data(mail: EntityMail, mentions: (...words: string[]) => boolean): Promise<(reader: Reader) => TemplateData>;
}

/** Finds what an event is about; undefined when there is no such item. */
export type Topic = (o: Occasion, raised: Raised) => Promise<Subject | undefined>;
