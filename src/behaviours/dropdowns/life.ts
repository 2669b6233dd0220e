import { soleDefault } from '../common/sole-default.ts';
import { unlike } from '../common/unlike.ts';
import type { Behaviours } from '../registry.ts';
import { atLocation, locationLife } from './location-life.ts';
import { operatorLife } from './operator-life.ts';
import { stateLife } from './state-life.ts';

/** How domains belong to items and are managed by them: what GLPI's own pages count on. */
const keptDomainRelations: readonly unknown[] = [1, 2];

/** Life-cycle of dropdowns. */
export const dropdownLife: Behaviours = {
  State: stateLife,
  Location: locationLife,
  CommonDevice: atLocation,
  DomainRelation: { beforeDelete: (_w, _itemtype, row) => !keptDomainRelations.includes(row.id) },
  LineOperator: operatorLife,
  ITILCategory: unlike(['code'], 'Code representing the ticket category is already used', { except: 'empty' }),
  DropdownTranslation: unlike(
    ['itemtype', 'items_id', 'language', 'field'],
    "There's already a translation for this field in this language",
    { except: 'empty' },
  ),
  RequestType: soleDefault(
    ['is_helpdesk_default', 'is_followup_default', 'is_mail_default', 'is_mailfollowup_default'],
    'Be careful: there is no default value',
  ),
};
