import { BlockList, isIPv6 } from 'node:net';

/**
 * Whether what is sent to an address cannot be read on the way: it is encrypted, or stays on this machine or in a private
 * network. Names other than this machine's own are not looked up: what they lead to can change after the check.
 */
export function staysPrivate({ protocol, hostname }: URL): boolean {
  if (protocol === 'https:' || hostname === 'localhost') return true;
  const address = hostname.replace(/^\[|\]$/g, '');
  return privateAddresses.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

const privateAddresses = new BlockList();
privateAddresses.addSubnet('127.0.0.0', 8);
privateAddresses.addSubnet('10.0.0.0', 8);
privateAddresses.addSubnet('172.16.0.0', 12);
privateAddresses.addSubnet('192.168.0.0', 16);
privateAddresses.addAddress('::1', 'ipv6');
privateAddresses.addSubnet('fc00::', 7, 'ipv6');
