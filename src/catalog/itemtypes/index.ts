/** All declared itemtypes, family by family. */
import { compileAll } from '../compile.ts';
import type { Itemtype } from '../model.ts';
import { appliances } from './appliances.ts';
import { assetParts } from './asset-parts.ts';
import { assets } from './assets.ts';
import { assistance } from './assistance.ts';
import { assistanceDropdowns } from './assistance-dropdowns.ts';
import { cabling } from './cabling.ts';
import { change } from './change.ts';
import { computer } from './computer.ts';
import { contracts } from './contracts.ts';
import { datacenter } from './datacenter.ts';
import { deviceDropdowns } from './device-dropdowns.ts';
import { devices } from './devices.ts';
import { dictionaryRules } from './dictionary-rules.ts';
import { domains } from './domains.ts';
import { dropdowns } from './dropdowns.ts';
import { entity } from './entity.ts';
import { itemDevices } from './item-devices.ts';
import { itilTemplates } from './itil-templates.ts';
import { knowledgeBase } from './knowledge-base.ts';
import { management } from './management.ts';
import { network } from './network.ts';
import { networkEquipment } from './network-equipment.ts';
import { notificationTargets } from './notification-targets.ts';
import { notifications } from './notifications.ts';
import { operatingSystems } from './operating-systems.ts';
import { planning } from './planning.ts';
import { printer } from './printer.ts';
import { problem } from './problem.ts';
import { profiles } from './profiles.ts';
import { projects } from './projects.ts';
import { rules } from './rules.ts';
import { serviceLevels } from './service-levels.ts';
import { services } from './services.ts';
import { setup } from './setup.ts';
import { software } from './software.ts';
import { supplies } from './supplies.ts';
import { ticket } from './ticket.ts';
import { tools } from './tools.ts';
import { users } from './users.ts';

/** Compiles every declaration; sorted by name. */
export function declaredItemtypes(): readonly Itemtype[] {
  return compileAll([
    ...appliances,
    ...assetParts,
    ...assets,
    ...assistance,
    ...assistanceDropdowns,
    ...cabling,
    ...change,
    ...computer,
    ...contracts,
    ...datacenter,
    ...deviceDropdowns,
    ...devices,
    ...dictionaryRules,
    ...domains,
    ...dropdowns,
    ...entity,
    ...itemDevices,
    ...itilTemplates,
    ...knowledgeBase,
    ...management,
    ...network,
    ...networkEquipment,
    ...notificationTargets,
    ...notifications,
    ...operatingSystems,
    ...planning,
    ...printer,
    ...problem,
    ...profiles,
    ...projects,
    ...rules,
    ...serviceLevels,
    ...services,
    ...setup,
    ...software,
    ...supplies,
    ...ticket,
    ...tools,
    ...users,
  ]);
}
