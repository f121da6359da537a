/** What each kind of personal data is called. */
import type { Lang } from '../survey/text.ts';
import type { PersonalType } from './personal.ts';

const LABELS: Readonly<Record<PersonalType, readonly [hans: string, hant: string, en: string]>> = {
  'resident-id': ['居民身份证号', '居民身份證號碼', 'resident ID number'],
  'hong-kong-id': ['香港身份证号', '香港身份證號碼', 'Hong Kong ID number'],
  'macau-id': ['澳门身份证号', '澳門身份證號碼', 'Macau ID number'],
  'taiwan-id': ['台湾身份证号', '臺灣身分證字號', 'Taiwan ID number'],
  'bank-card': ['银行卡号', '銀行卡號', 'bank card number'],
  email: ['电子邮箱', '電郵地址', 'e-mail address'],
  mobile: ['手机号', '手機號碼', 'mobile number'],
  landline: ['固定电话', '固定電話', 'landline number'],
  'phone-abroad': ['国外电话', '國外電話', 'phone number abroad'],
  plate: ['车牌号', '車牌號碼', 'vehicle plate'],
  'travel-permit': ['通行证号', '通行證號碼', 'travel permit number'],
  passport: ['护照号', '護照號碼', 'passport number'],
  account: ['社交账号', '社交帳號', 'social media account'],
  ip: ['IP地址', 'IP地址', 'IP address'],
  address: ['住址', '住址', 'postal address'],
  name: ['姓名', '姓名', 'name'],
};
const PLACE: Readonly<Record<Lang, 0 | 1 | 2>> = { 'zh-Hans': 0, 'zh-Hant': 1, en: 2 };

/** @example personalLabel('mobile', 'zh-Hans') // '手机号' */
export function personalLabel(type: PersonalType, language: Lang): string {
  return LABELS[type][PLACE[language]];
}
