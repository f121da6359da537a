/**
 * 金数据: 序号, the fields of the form by their titles, then who submitted them when and with what.
 *
 * Several options stand in one cell or in one column an option, as chosen when exporting.
 */
import type { RawRecord } from '../record.ts';
import type { ColumnRole } from './column-role.ts';
import { type Layout, layoutOf } from './layout.ts';
import { bracketParts, type Part, partRoles, rolesOf, shared } from './parts.ts';

const METADATA =
  /^(?:提交时间|修改时间|更新时间|填写设备|操作系统|浏览器|填写时长|来源|来源渠道|扩展属性|填写地区|微信(?:国家|省市|性别|头像))$/;
const PERSONAL = /^(?:提交人|修改人|填写人|微信昵称|微信OpenID|填写地区\/IP|IP|IP地址)$/i;
/** Fewest of them, beside 序号 in front. */
const ENOUGH = 3;

export function jinshuju(first: readonly RawRecord[]): Layout | null {
  const header = first[0]?.cells ?? [];
  const names = header.map((cell) => cell.trim());
  const recorded = (name: string) => METADATA.test(name) || PERSONAL.test(name);
  if (names[0] !== '序号' || names.filter(recorded).length < ENOUGH) return null;
  if (!names.some((name) => /^(?:提交人|填写设备|填写地区(?:\/IP)?)$/.test(name))) return null;
  const parts = [...bracketParts(header, ')）]】'), ...colonParts(names)];
  const own = new Map<number, ColumnRole>(partRoles(parts, first.slice(1), 'item'));
  names.forEach((name, column) => {
    if (METADATA.test(name)) own.set(column, { kind: 'metadata' });
    if (name === '填写时长') own.set(column, { kind: 'duration' });
    if (PERSONAL.test(name)) own.set(column, { kind: 'personal' });
  });
  const roles = rolesOf(header, own);
  return layoutOf({ format: 'jinshuju', headerRows: 1, header, roles });
}

/** `题干:选项` and `题干-选项`, where several share the stem. */
function colonParts(names: readonly string[]): readonly Part[] {
  return shared(
    names.flatMap((name, column): Part[] => {
      const found = /^(.+?)\s*(?:[:：]| ?[-—] ?)(.+)$/s.exec(name);
      return found === null ? [] : [{ column, question: found[1]!, part: found[2]!.trim() }];
    }),
  );
}
