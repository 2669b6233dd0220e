import type { Behaviour } from '../behaviours/behaviour.ts';
import type { Behaviours } from '../behaviours/registry.ts';
import { actorLife } from './actor-life.ts';
import { automaticAssignment, categoryLife } from './assignment.ts';
import { businessRules, linkedItemLocation } from './business-rules.ts';
import { childTemplateLife } from './child-template.ts';
import { defaultContract } from './default-contract.ts';
import { duplicatesFollow } from './duplicates.ts';
import { earlyStart } from './early-start.ts';
import { escalation } from './escalation.ts';
import { followupLife } from './followup-life.ts';
import { itilCompletion, itilCopy, itilIntake } from './intake.ts';
import { contentHistory, itilChange, itilChangeCompletion } from './itil-change.ts';
import { itilFollowing } from './itil-following.ts';
import { documentLinkLife, itemLinkLife, ticketItemLife, ticketLinkLife } from './link-lives.ts';
import { mentions } from './mentions.ts';
import { delegateeCheck, newFromOthers, newTicketLinks, ticketType } from './new-item-links.ts';
import { itilPurge } from './purge-life.ts';
import { recurrenceLife } from './recurrence-life.ts';
import { satisfactionLife } from './satisfaction-life.ts';
import { solutionLife } from './solution-life.ts';
import { itilDates } from './status-change.ts';
import { ticketSurvey } from './surveys.ts';
import { taskLife } from './task-life.ts';
import {
  followupTelling,
  itilTelling,
  linkTelling,
  problemLinkTelling,
  surveyTelling,
  taskTelling,
  ticketLinkTelling,
} from './telling.ts';
import { templateFieldLife } from './template-field-life.ts';
import { ticketAgreements } from './ticket-agreements.ts';
import { ticketCostLife } from './total-cost.ts';
import { validationLife } from './validation-life.ts';

/** Behaviours of one class, given in the order in which their hooks run; a registry has the last one first. */
const inOrder = (...behaviours: readonly Behaviour[]): readonly Behaviour[] => behaviours.toReversed();

const problemOrChange = inOrder(
  itilCopy,
  itilIntake,
  itilChange,
  itilCompletion,
  automaticAssignment,
  earlyStart,
  itilChangeCompletion,
  itilDates,
  newFromOthers,
  mentions,
  itilFollowing,
  itilPurge,
  itilTelling,
);

/** Life-cycle of tickets, problems, changes and what hangs on them (itil). */
export const itilLife: Behaviours = {
  Ticket: inOrder(
    itilCopy,
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
    mentions,
    itilFollowing,
    itilPurge,
    itilTelling,
  ),
  Problem: problemOrChange,
  Change: problemOrChange,
  CommonITILActor: actorLife,
  CommonITILTask: inOrder(taskLife, taskTelling, mentions),
  CommonITILValidation: inOrder(validationLife, mentions),
  CommonItilObject_Item: itemLinkLife,
  ITILTemplateField: templateFieldLife,
  AbstractITILChildTemplate: childTemplateLife,
  ITILFollowup: inOrder(followupLife, followupTelling, mentions),
  ITILSolution: inOrder(solutionLife, mentions),
  Item_Ticket: [ticketItemLife, linkedItemLocation],
  Ticket_Ticket: inOrder(ticketLinkLife, ticketLinkTelling),
  Problem_Ticket: problemLinkTelling,
  Change_Ticket: linkTelling,
  Change_Problem: linkTelling,
  TicketCost: ticketCostLife,
  TicketSatisfaction: inOrder(satisfactionLife, surveyTelling),
  Document_Item: documentLinkLife,
  CommonITILRecurrent: recurrenceLife,
  ITILCategory: categoryLife,
};
