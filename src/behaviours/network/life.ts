import type { Behaviours } from '../registry.ts';
import { ipAddressLife } from './ip-address-life.ts';
import { ipNetworkLife } from './ip-network-life.ts';
import { fqdnLabelLife, fqdnLife, socketLife } from './names.ts';
import { networkNameLife } from './network-name-life.ts';
import { networkPortLife } from './network-port-life.ts';
import { portAggregateLife } from './port-aggregate-life.ts';

/** Life-cycle of ports, names, addresses and networks. */
export const networkLife: Behaviours = {
  NetworkPort: networkPortLife,
  NetworkName: networkNameLife,
  IPAddress: ipAddressLife,
  IPNetwork: ipNetworkLife,
  FQDN: fqdnLife,
  FQDNLabel: fqdnLabelLife,
  'Glpi\\Socket': socketLife,
  NetworkPortAggregate: portAggregateLife,
  NetworkPort_NetworkPort: { quietRelation: 'always' },
};
