import ipaddr from 'ipaddr.js';

type Range = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Ranges that ipaddr.js calls unicast and that are not for the public: Amazon's and Oracle's metadata over IPv6 lie in fd00::/8 (refused already). */
const alsoForbidden: Range[] = ['192.0.0.0/24', '198.18.0.0/15', '100::/64', '2001:db8::/32', '64:ff9b:1::/48'].map(
  (cidr) => ipaddr.parseCIDR(cidr),
);

export type AddressCheck = (address: string) => boolean;

/** True for what anybody on the internet can reach, and for the private ranges the operator named. */
export function createAddressCheck(allowedPrivate: readonly string[]): AddressCheck {
  const allowed = allowedPrivate.map(parseRange);
  return (address) => {
    if (!ipaddr.isValid(address)) return false;
    const parsed = unwrap(ipaddr.parse(address));
    if (allowed.some((range) => matches(parsed, range))) return true;
    return parsed.range() === 'unicast' && !alsoForbidden.some((range) => matches(parsed, range));
  };
}

/** An address or a range in CIDR notation. */
export function isRange(text: string): boolean {
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text);
}

/** `10.0.0.5` or `10.0.0.0/8`. Throws when it is neither. */
function parseRange(text: string): Range {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.parse(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

function matches(address: ipaddr.IPv4 | ipaddr.IPv6, [network, bits]: Range): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

/** An IPv4 address dressed as IPv6 (mapped, NAT64, 6to4) is judged as what it leads to. */
function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address.kind() === 'ipv4') return address;
  const v6 = address as ipaddr.IPv6; // by the line above
  if (v6.isIPv4MappedAddress()) return v6.toIPv4Address();
  const bytes = v6.toByteArray();
  if (v6.range() === 'rfc6052') return new ipaddr.IPv4(bytes.slice(12));
  if (v6.range() === '6to4') return new ipaddr.IPv4(bytes.slice(2, 6));
  return v6;
}
