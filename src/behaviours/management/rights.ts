import type { Behaviours } from '../registry.ts';
import { contractItemRights } from './contract-rights.ts';
import { documentLinkRights, documentRights } from './document-rights.ts';
import { domainRecordRights } from './domain-rights.ts';

/** Rights of documents, contracts and domains. */
export const managementRights: Behaviours = {
  Document: documentRights,
  Document_Item: documentLinkRights,
  Contract_Item: contractItemRights,
  DomainRecord: domainRecordRights,
};
