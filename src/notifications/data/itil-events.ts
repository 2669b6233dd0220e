/** What the events of ITIL items are called (notifications 2). */

const shared = {
  delete_followup: 'Deletion of a followup',
  delete_task: 'Deletion of a task',
  add_followup: 'New followup',
  assign_group: 'New group in assignees',
  observer_group: 'New group in observers',
  requester_group: 'New group in requesters',
  assign_supplier: 'New supplier in assignees',
  add_task: 'New task',
  assign_user: 'New user in assignees',
  observer_user: 'New user in observers',
  requester_user: 'New user in requesters',
  update_followup: 'Update of a followup',
  update_task: 'Update of a task',
  user_mention: 'User mentioned',
  validation: 'Validation request',
  validation_answer: 'Validation request answer',
};

export const itilEvents: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Ticket: {
    ...shared,
    new: 'New ticket',
    update: 'Update of a ticket',
    solved: 'Ticket solved',
    closed: 'Closing of the ticket',
    delete: 'Deletion of a ticket',
    recall: 'Automatic reminders of SLAs',
    recall_ola: 'Automatic reminders of OLAs',
    alertnotclosed: 'Not solved tickets',
    satisfaction: 'Satisfaction survey',
    replysatisfaction: 'Satisfaction survey answer',
    rejectsolution: 'Solution rejected',
  },
  Problem: {
    ...shared,
    new: 'New problem',
    update: 'Update of a problem',
    solved: 'Problem solved',
    closed: 'Closure of a problem',
    delete: 'Deleting a problem',
  },
  Change: {
    ...shared,
    new: 'New change',
    update: 'Update of a change',
    solved: 'Change solved',
    closed: 'Closure of a change',
    delete: 'Deleting a change',
  },
};
