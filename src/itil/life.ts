import type { Behaviour } from '../behaviours/behaviour.ts';
import type { Behaviours } from '../behaviours/registry.ts';
import { actorLife } from './actor-life.ts';
import { automaticAssignment, categoryLife } from './assignment.ts';
import { businessRules, linkedItemLocation } from './business-rules.ts';
import { defaultContract } from './default-contract.ts';
import { duplicatesFollow } from './duplicates.ts';
import { earlyStart } from './early-start.ts';
import { escalation } from './escalation.ts';
import { followupLife } from './followup-life.ts';
import { itilCompletion, itilIntake } from './intake.ts';
import { contentHistory, itilChange, itilChangeCompletion } from './itil-change.ts';
import { itilFollowing } from './itil-following.ts';
import { documentLinkLife, itemLinkLife, ticketItemLife, ticketLinkLife } from './link-lives.ts';
import { delegateeCheck, newFromOthers, newTicketLinks, ticketType } from './new-item-links.ts';
import { itilPurge } from './purge-life.ts';
import { recurrenceLife } from './recurrence-life.ts';
import { satisfactionLife } from './satisfaction-life.ts';
import { solutionLife } from './solution-life.ts';
import { itilDates } from './status-change.ts';
import { ticketSurvey } from './surveys.ts';
import { taskLife } from './task-life.ts';
import { templateFieldLife } from './template-field-life.ts';
import { ticketAgreements } from './ticket-agreements.ts';
import { ticketCostLife } from './total-cost.ts';
import { validationLife } from './validation-life.ts';

/** Behaviours of one class, given in the order in which their hooks run; a registry has the last one first. */
const inOrder = (...behaviours: readonly Behaviour[]): readonly Behaviour[] => behaviours.toReversed();

const problemOrChange = inOrder(
  itilIntake,
  itilChange,
  itilCompletion,
  automaticAssignment,
  earlyStart,
  itilChangeCompletion,
  itilDates,
  newFromOthers,
  itilFollowing,
  itilPurge,
);

/** Life-cycle of tickets, problems, changes and what hangs on them (itil). */
export const itilLife: Behaviours = {
  Ticket: inOrder(
    itilIntake,
    itilChange,
    delegateeCheck,
    defaultContract,
    businessRules,
    itilCompletion,
    automaticAssignment,
    ticketAgreements,
    ticketType,
    earlyStart,
    itilChangeCompletion,
    itilDates,
    contentHistory,
    newTicketLinks,
    escalation,
    duplicatesFollow,
    ticketSurvey,
    itilFollowing,
    itilPurge,
  ),
  Problem: problemOrChange,
  Change: problemOrChange,
  CommonITILActor: actorLife,
  CommonITILTask: taskLife,
  CommonITILValidation: validationLife,
  CommonItilObject_Item: itemLinkLife,
  ITILTemplateField: templateFieldLife,
  ITILFollowup: followupLife,
  ITILSolution: solutionLife,
  Item_Ticket: [ticketItemLife, linkedItemLocation],
  Ticket_Ticket: ticketLinkLife,
  TicketCost: ticketCostLife,
  TicketSatisfaction: satisfactionLife,
  Document_Item: documentLinkLife,
  CommonITILRecurrent: recurrenceLife,
  ITILCategory: categoryLife,
};
