/** Accounts of messengers and platforms, by their cue words. */
import { findAll } from './matches.ts';
import type { Finder } from './personal.ts';

const LINK = '(?:同号|[,加号码是为系:]|账号|id|is| ){0,5}';
const QQ = new RegExp(
  `(?:QQ|(?<![A-Za-z])Q号|扣扣|企鹅号)${LINK}(?<value>[1-9]\\d{4,10})(?![A-Za-z\\d@.])`,
  'gi',
);
const NAMED = new RegExp(
  `(?:微信|v信|加我?v|(?<![A-Za-z-])(?:vx|wx|wechat|weixin|line|telegram)|支付宝|抖音|快手|小红书|微博)(?<link>${LINK})(?<value>@?[A-Za-z][-\\w]{5,19})(?![-\\w@])`,
  'gi',
);
/** A link that announces a value; without one the value must look like no word. */
const ANNOUNCES = /[号码是为系:加]|id|is/i;
const NO_WORD = /[\d_@]/;

export const findAccounts: Finder = ({ plain }) => [
  ...findAll(plain, QQ, () => 'account'),
  ...findAll(plain, NAMED, ({ value, groups }) =>
    NO_WORD.test(value) || ANNOUNCES.test(groups.link ?? '') ? 'account' : null,
  ),
];
