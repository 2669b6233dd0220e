// biome-ignore-all format: the templates are packed, so that they are seen at a glance
export interface Template {
  name: string;
  itemtype: string;
  subject: string;
  text: string;
  html: string;
}

/**
 * A mail that opens with a sentence and lists fields, each under GLPI's own label for it.
 * @param fields tags without the marks, such as `ticket.title`
 */
function template(name: string, itemtype: string, subject: string, fields: string, sentence = ''): Template {
  const tags = fields.split(' ').filter(Boolean);
  const text = [...(sentence ? [sentence, ''] : []), ...tags.map((tag) => `##lang.${tag}##: ##${tag}##`)].join('\n');
  const rows = tags.map((tag) => `<li><b>##lang.${tag}##</b>: ##${tag}##</li>`).join('');
  return { name, itemtype, subject, text, html: escaped(`${sentence && `<p>${sentence}</p>`}${rows && `<ul>${rows}</ul>`}`) };
}

/** GLPI 10 keeps markup in the database with its angle brackets encoded. */
function escaped(html: string): string {
  return html.replaceAll('<', '&#60;').replaceAll('>', '&#62;');
}

const TICKET = 'ticket.url ticket.title ticket.status ticket.priority ticket.category ticket.authors ticket.assigntousers ticket.creationdate ticket.description';
const RESERVATION = 'reservation.user reservation.item.name reservation.begin reservation.end reservation.comment';

/** The templates of an installation by their ids; the texts are this project's own. */
export const templates: Template[] = [
  template('MySQL Synchronization', 'DBConnection', '##lang.dbconnection.title##', 'dbconnection.delay', 'The copy of the database lags behind.'),
  template('Reservations', 'Reservation', '##reservation.action##', RESERVATION),
  template('Alert Reservation', 'Reservation', '##reservation.action## ##reservation.entity##', '', '##FOREACHreservations####reservation.item##: ##reservation.expirationdate## ##reservation.url## ##ENDFOREACHreservations##'),
  template('Tickets', 'Ticket', '##ticket.action## ##ticket.title##', TICKET),
  template('Tickets (Simple)', 'Ticket', '##ticket.action## ##ticket.title##', 'ticket.url ticket.title ticket.description'),
  template('Alert Tickets not closed', 'Ticket', '##ticket.action## ##ticket.entity##', '', '##FOREACHtickets####ticket.title##: ##ticket.status## ##ticket.url## ##ENDFOREACHtickets##'),
  template('Tickets Validation', 'Ticket', '##ticket.action## ##ticket.title##', 'validation.author validation.status validation.commentsubmission validation.commentvalidation ticket.url ticket.title ticket.description'),
  template('Cartridges', 'CartridgeItem', '##cartridge.action## ##cartridge.entity##', '', '##FOREACHcartridges####cartridge.item## ##cartridge.reference##: ##cartridge.remaining## ##ENDFOREACHcartridges##'),
  template('Consumables', 'ConsumableItem', '##consumable.action## ##consumable.entity##', '', '##FOREACHconsumables####consumable.item## ##consumable.reference##: ##consumable.remaining## ##ENDFOREACHconsumables##'),
  template('Infocoms', 'Infocom', '##infocom.action## ##infocom.entity##', '', '##FOREACHinfocoms####infocom.itemtype## ##infocom.item##: ##infocom.expirationdate## ##ENDFOREACHinfocoms##'),
  template('Licenses', 'SoftwareLicense', '##license.action## ##license.entity##', '', '##FOREACHlicenses####license.item## ##license.serial##: ##license.expirationdate## ##ENDFOREACHlicenses##'),
  template('Contracts', 'Contract', '##contract.action## ##contract.entity##', '', '##FOREACHcontracts####contract.name## ##contract.number##: ##contract.time## ##contract.url## ##ENDFOREACHcontracts##'),
  template('Password Forget', 'User', '##user.action##', 'user.passwordforgeturl', '##user.realname## ##user.firstname##: a new password was asked for. Follow the address to choose one; if it was not you, do nothing.'),
  template('Ticket Satisfaction', 'Ticket', '##ticket.action## ##ticket.title##', 'ticket.title ticket.closedate satisfaction.text ticket.urlsatisfaction'),
  template('Item not unique', 'FieldUnicity', '##lang.unicity.action##', 'unicity.entity unicity.itemtype unicity.message unicity.action_user unicity.date'),
  template('CronTask', 'CronTask', '##crontask.action##', '', '##FOREACHcrontasks####crontask.name##: ##crontask.description## ##crontask.url## ##ENDFOREACHcrontasks##'),
  template('Problems', 'Problem', '##problem.action## ##problem.title##', 'problem.url problem.title problem.status problem.priority problem.category problem.authors problem.assigntousers problem.creationdate problem.description'),
  template('Planning recall', 'PlanningRecall', '##recall.action##: ##recall.item.name##', 'recall.item.name recall.planning.begin recall.planning.end recall.item.url'),
  template('Changes', 'Change', '##change.action## ##change.title##', 'change.url change.title change.status change.priority change.category change.authors change.assigntousers change.creationdate change.description'),
  template('Receiver errors', 'MailCollector', '##mailcollector.action##', '', '##FOREACHmailcollectors####mailcollector.name##: ##mailcollector.errors## ##mailcollector.url## ##ENDFOREACHmailcollectors##'),
  template('Projects', 'Project', '##project.action## ##project.name## ##project.code##', 'project.url project.name project.code project.state project.percent project.manager project.plannedstartdate project.plannedenddate project.description'),
  template('Project Tasks', 'ProjectTask', '##projecttask.action## ##projecttask.name##', 'projecttask.url projecttask.name projecttask.project projecttask.state projecttask.percent projecttask.planstartdate projecttask.planenddate projecttask.description'),
  template('Unlock Item request', 'ObjectLock', '##objectlock.action##', 'objectlock.type objectlock.name objectlock.requester.firstname objectlock.requester.lastname objectlock.url'),
  template('Saved searches alerts', 'SavedSearch_Alert', '##savedsearch.action## ##savedsearch.name##', 'savedsearch.name savedsearch.message savedsearch.url'),
  template('Certificates', 'Certificate', '##certificate.action## ##certificate.name##', '', '##FOREACHcertificates####certificate.name## ##certificate.serial##: ##certificate.expirationdate## ##certificate.url## ##ENDFOREACHcertificates##'),
  template('Alert domains', 'Domain', '##domain.action## : ##domain.name##', '', '##FOREACHdomains####domain.name##: ##domain.dateexpiration## ##ENDFOREACHdomains##'),
  template('Password expires alert', 'User', '##user.action##', 'password.expiration.date password.update.url', '##user.realname## ##user.firstname##: your password expires.'),
  template('Plugin updates', 'Glpi\\Marketplace\\Controller', '##lang.plugins_updates_available##', '', '##FOREACHplugins####plugin.name##: ##plugin.version## ##ENDFOREACHplugins##'),
];
