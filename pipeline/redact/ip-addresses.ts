/** IP addresses. */
import { findAll, justBefore } from './matches.ts';
import type { Finder } from './personal.ts';

const IPV4 = /(?<![\d.A-Za-z])(?:\d{1,3}\.){3}\d{1,3}(?::\d{2,5})?(?!\.?\d|[A-Za-z节条章款版])/g;
const IPV6 =
  /(?<![\w:.])(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6})(?![\w:])/gi;
const VERSION = /(?:版本?|version|升级?到|第|section|[^a-z]v)[ .:]?$/i;
const CUE = /(?:ip|地址|服务器|主机|访问|登录|打印机|ping|host)[^,。;]{0,6}$/i;
/** Masks, loopback and "any address" are nobody's. */
const NOBODY = /^(?:255\.|127\.|0\.)/;
/** Numbers of sections and versions seldom go as far. */
const LARGEST_SECTION = 31;

export const findIpAddresses: Finder = ({ plain }) => [
  ...findAll(plain, IPV4, ({ value, at }) =>
    isIpv4(value.replace(/:.*/, ''), justBefore(plain, at)) ? 'ip' : null,
  ),
  ...findAll(plain, IPV6, ({ value }) => (isIpv6(value) ? 'ip' : null)),
];

function isIpv4(address: string, before: string): boolean {
  const octets = address.split('.').map(Number);
  if (Math.max(...octets) > 255 || NOBODY.test(address) || VERSION.test(` ${before}`)) return false;
  return Math.max(...octets) > LARGEST_SECTION || CUE.test(before);
}

/** A ratio or a time has two groups or three of digits; an address more, or letters. */
function isIpv6(address: string): boolean {
  const groups = address.split(':').filter((one) => one !== '');
  return groups.length >= 3 || /[a-f]/i.test(address);
}
