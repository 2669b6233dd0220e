/** What people are told of reservations and projects (notifications 2.3). */
import { PURGE } from '../../catalog/right-bits.ts';
import type { Behaviour, Input } from '../behaviour.ts';

const isQuiet = (input: Input): boolean => input._disablenotif !== undefined;

/** Reservations: only those that aren't over, and are one's own or in one's charge, are told of when they go. */
export const reservationTelling: Behaviour = {
  afterAdd(w, _itemtype, row, input) {
    if (!isQuiet(input)) w.notify('Reservation', Number(row.id), 'new');
    return Promise.resolve();
  },

  afterUpdate(w, _itemtype, { old, updates, input }) {
    if (updates.size > 0 && !isQuiet(input)) w.notify('Reservation', Number(old.id), 'update');
    return Promise.resolve();
  },

  beforeDelete(w, _itemtype, row, input) {
    const { rights, now } = w.ctx;
    const isOver = String(row.end) < now.sql;
    const isMine = Number(row.users_id) === rights.userId || rights.have('reservation', PURGE);
    if (!isOver && isMine && !isQuiet(input)) w.notify('Reservation', Number(row.id), 'delete');
    return true;
  },
};

/** Projects and their tasks; updates are told of even if they change nothing. */
export const projectTelling: Behaviour = {
  afterAdd(w, itemtype, row, input) {
    if (!isQuiet(input)) w.notify(itemtype.name, Number(row.id), 'new');
    return Promise.resolve();
  },

  afterUpdate(w, itemtype, { old, input }) {
    if (!isQuiet(input)) w.notify(itemtype.name, Number(old.id), 'update');
    return Promise.resolve();
  },

  beforeDelete(w, itemtype, row, input) {
    if (!isQuiet(input)) w.notify(itemtype.name, Number(row.id), 'delete');
    return true;
  },
};

/** A task that gets another member has changed. */
export const taskTeamTelling: Behaviour = {
  afterAdd(w, _itemtype, row, input) {
    if (!isQuiet(input)) w.notify('ProjectTask', Number(row.projecttasks_id), 'update');
    return Promise.resolve();
  },
};
