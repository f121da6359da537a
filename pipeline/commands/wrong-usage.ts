/** Commander's faults in the language of messages. */
import type { CommanderError } from 'commander';
import { COMMA, type MessageLang } from '../messages/message.ts';
import { type NoticeKey, notice } from '../messages/notices.ts';

/** By commander's codes. */
const FAULTS: Readonly<Record<string, NoticeKey>> = {
  'commander.unknownCommand': 'usage-command',
  'commander.unknownOption': 'usage-option',
  'commander.missingArgument': 'usage-missing',
  'commander.missingMandatoryOptionValue': 'usage-missing',
  'commander.optionMissingArgument': 'usage-no-value',
  'commander.invalidArgument': 'usage-value',
  'commander.excessArguments': 'usage-excess',
};

/** What is at fault, with what may have been meant. @example 'no option "--outt"; did you mean --out?' */
export function wrongUsageText({ code, message }: CommanderError, lang: MessageLang): string {
  // What is at fault stands in quotes; of a bad value, the flag stands first and the value after it.
  const quoted = [...message.matchAll(/'([^']*)'/g)].map((one) => one[1]!);
  const what = (code === 'commander.invalidArgument' ? quoted.at(-1) : quoted[0]) ?? '';
  const near = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
  const [most = '', given = ''] = message.match(/\d+/g)?.slice(-2) ?? [];
  const detail = message.replace(/^error: (.* is invalid\. )?/, '');
  const values = { what, most, given, detail: choicesText(detail, lang) };
  const text = notice(FAULTS[code] ?? 'usage-other', lang, values);
  if (near === undefined) return text;
  return text + notice('usage-near', lang, { near: listed(near, lang) });
}

function choicesText(detail: string, lang: MessageLang): string {
  const choices = /^Allowed choices are (.*)\.$/.exec(detail)?.[1];
  return choices === undefined
    ? detail
    : notice('usage-choices', lang, { choices: listed(choices, lang) });
}

function listed(list: string, lang: MessageLang): string {
  return list.replaceAll(', ', COMMA[lang]);
}
