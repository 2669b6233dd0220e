/** Where a ticket's survey is answered (notifications 7.1). */
import { entitySetting, ticketTypeLabels } from '../../catalog/constants.ts';
import type { Row } from '../../database/database.ts';
import { entityRows } from '../../entities/inherited-settings.ts';
import { decodeStored } from '../../text/stored-text.ts';
import type { Occasion, Reader } from '../occasion.ts';
import type { Names } from './names.ts';
import { moment, said } from './values.ts';
import { scaleWord } from './words.ts';

/** The pattern of addresses of surveys outside of GLPI, as the ticket's entity has or inherits it; empty for none. */
export async function surveyPattern({ site, db }: Occasion, entity: number): Promise<string> {
  const rows = await entityRows({ site, db }, entity, ['inquest_config', 'inquest_URL']);
  return said(rows.find((row) => Number(row.inquest_config) !== entitySetting.inherit)?.inquest_URL);
}

/** The pattern with what it says in brackets (`[TICKET_ID]` …) filled in; addresses leave no room for other signs. */
export function surveyAddress(o: Occasion, reader: Reader, names: Names, row: Row, pattern: string): string {
  const agreement = (kind: 'sla' | 'ola', which: 'tto' | 'ttr'): Record<string, string> => {
    const id = row[`${kind}s_id_${which}`];
    const name = `${kind}_${which}`.toUpperCase();
    return { [`${name}_ID`]: said(id), [`${name}_NAME`]: names.of(`glpi_${kind}s`, id) };
  };
  const words: Readonly<Record<string, string>> = {
    TICKET_ID: said(row.id),
    TICKET_NAME: said(row.name),
    TICKET_CREATEDATE: moment(o, reader, row.date),
    TICKET_SOLVEDATE: moment(o, reader, row.solvedate),
    TICKET_PRIORITY: said(row.priority),
    TICKET_PRIORITYNAME: scaleWord(reader.translate, 'priority', row.priority),
    REQUESTTYPE_ID: said(row.requesttypes_id),
    REQUESTTYPE_NAME: names.of('glpi_requesttypes', row.requesttypes_id),
    TICKETCATEGORY_ID: said(row.itilcategories_id),
    TICKETCATEGORY_NAME: names.of('glpi_itilcategories', row.itilcategories_id),
    TICKETTYPE_ID: said(row.type),
    TICKETTYPE_NAME: reader.translate(ticketTypeLabels[Number(row.type)] ?? ''),
    ...agreement('sla', 'tto'),
    ...agreement('sla', 'ttr'),
    ...agreement('ola', 'tto'),
    ...agreement('ola', 'ttr'),
  };
  return pattern.replace(/\[([A-Z_]+)\]/g, (found, word: string) =>
    words[word] === undefined ? found : encodeURIComponent(decodeStored(words[word])),
  );
}
