/** The kinds of items that notifications are about. */
import { fieldUnicityTopic } from './data/field-unicity.ts';
import { itilSubject } from './data/itil.ts';
import { changeTopic, problemTopic } from './data/problem-change.ts';
import { projectTaskTopic, projectTopic } from './data/project.ts';
import { reservationTopic } from './data/reservation.ts';
import { ticketTopic } from './data/ticket.ts';
import { userTopic } from './data/user.ts';
import type { Topic } from './topic.ts';

const topics: Readonly<Record<string, Topic>> = {
  Ticket: (o, raised) => itilSubject(ticketTopic, o, raised),
  Problem: (o, raised) => itilSubject(problemTopic, o, raised),
  Change: (o, raised) => itilSubject(changeTopic, o, raised),
  Reservation: reservationTopic,
  Project: projectTopic,
  ProjectTask: projectTaskTopic,
  User: userTopic,
  FieldUnicity: fieldUnicityTopic,
};

/** What an event of such an item is about; undefined for kinds that nobody is told of. */
export const topicOf = (itemtype: string): Topic | undefined => topics[itemtype];
