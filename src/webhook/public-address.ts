import ipaddr from 'ipaddr.js';

/**
 * Whether an address is one of the open internet: not this machine, not the house's own network, not a neighbour on
 * the wire, not a way around these (an IPv4 address in the clothes of IPv6), and not one that leads nowhere.
 * @param address as a resolver gives it
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}
