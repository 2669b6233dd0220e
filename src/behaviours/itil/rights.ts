import { PURGE, UPDATE } from '../../catalog/right-bits.ts';
import type { Behaviours } from '../registry.ts';
import { followupRights } from './followup-rights.ts';
import { actorRights, costRights, pendingReasonRights, ticketItemRights } from './link-rights.ts';
import { problemChangeRights } from './problem-change-rights.ts';
import { satisfactionRights } from './satisfaction-rights.ts';
import { solutionRights } from './solution-rights.ts';
import { parentTaskRights, ticketTaskRights } from './task-rights.ts';
import { ticketRights } from './ticket-rights.ts';
import { changeValidationRights, ticketValidationRights } from './validation-rights.ts';

/** Rights of tickets, problems, changes and what hangs on them. */
export const itilRights: Behaviours = {
  Ticket: ticketRights,
  Problem: problemChangeRights,
  Change: problemChangeRights,
  ITILFollowup: followupRights,
  ITILSolution: solutionRights,
  TicketTask: ticketTaskRights,
  ProblemTask: parentTaskRights('Problem', ({ rights }) => rights.have('problem', UPDATE)),
  ChangeTask: parentTaskRights('Change', ({ rights }) => rights.have('task', PURGE)),
  TicketValidation: ticketValidationRights,
  ChangeValidation: changeValidationRights,
  TicketSatisfaction: satisfactionRights,
  ProblemCost: costRights,
  ChangeCost: costRights,
  CommonITILActor: actorRights,
  Item_Ticket: ticketItemRights,
  PendingReason_Item: pendingReasonRights,
};
