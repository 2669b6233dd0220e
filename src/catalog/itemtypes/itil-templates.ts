/** Templates of tickets, problems and changes, and recurrent ones. */
import type { Declaration } from '../parts/facts.ts';
import { itilTemplate, itilTemplateField, recurrent } from '../parts/kinds.ts';
import { of, own } from '../parts/option.ts';

export const itilTemplates: readonly Declaration[] = [
  itilTemplate('ChangeTemplate', ['Change template', 'Change templates'], { lacks: ['date_mod', 'date_creation'] }),
  itilTemplateField('ChangeTemplateHiddenField', ['Hidden field', 'Hidden fields'], {
    lacks: ['name', 'is_recursive'],
  }),
  itilTemplateField('ChangeTemplateMandatoryField', ['Mandatory field', 'Mandatory fields'], {
    lacks: ['name', 'is_recursive'],
  }),
  itilTemplateField('ChangeTemplatePredefinedField', ['Predefined field', 'Predefined fields'], {
    lacks: ['name', 'is_recursive'],
  }),
  itilTemplate('ProblemTemplate', ['Problem template', 'Problem templates'], { lacks: ['date_mod', 'date_creation'] }),
  itilTemplateField('ProblemTemplateHiddenField', ['Hidden field', 'Hidden fields'], {
    lacks: ['name', 'is_recursive'],
  }),
  itilTemplateField('ProblemTemplateMandatoryField', ['Mandatory field', 'Mandatory fields'], {
    lacks: ['name', 'is_recursive'],
  }),
  itilTemplateField('ProblemTemplatePredefinedField', ['Predefined field', 'Predefined fields'], {
    lacks: ['name', 'is_recursive'],
  }),
  recurrent('RecurrentChange', ['Recurrent changes', 'Recurrent changes'], {
    right: 'recurrentchange',
    lacks: ['date_mod', 'date_creation'],
    options: [
      own(11, 'Active', 'is_active', 'bool'),
      of('glpi_changetemplates', 12, 'Change template', 'name', 'itemlink'),
      own(13, 'Start date', 'begin_date', 'datetime'),
      own(17, 'End date', 'end_date', 'datetime'),
      own(15, 'Periodicity', 'periodicity', 'specific'),
      own(14, 'Preliminary creation', 'create_before', 'timestamp'),
      of('glpi_calendars', 18, 'Calendar', 'name', 'itemlink'),
    ],
  }),
  recurrent('TicketRecurrent', ['Recurrent tickets', 'Recurrent tickets'], {
    right: 'ticketrecurrent',
    lacks: ['date_mod', 'date_creation'],
    options: [
      own(11, 'Active', 'is_active', 'bool'),
      of('glpi_tickettemplates', 12, 'Ticket template', 'name', 'itemlink'),
      own(13, 'Start date', 'begin_date', 'datetime'),
      own(17, 'End date', 'end_date', 'datetime'),
      own(15, 'Periodicity', 'periodicity', 'specific'),
      own(14, 'Preliminary creation', 'create_before', 'timestamp'),
      of('glpi_calendars', 18, 'Calendar', 'name', 'itemlink'),
    ],
  }),
  itilTemplate('TicketTemplate', ['Ticket template', 'Ticket templates'], { lacks: ['date_mod', 'date_creation'] }),
  itilTemplateField('TicketTemplateHiddenField', ['Hidden field', 'Hidden fields'], {
    lacks: ['name', 'is_recursive'],
  }),
  itilTemplateField('TicketTemplateMandatoryField', ['Mandatory field', 'Mandatory fields'], {
    lacks: ['name', 'is_recursive'],
  }),
  itilTemplateField('TicketTemplatePredefinedField', ['Predefined field', 'Predefined fields'], {
    lacks: ['name', 'is_recursive'],
  }),
];
