/** `--help` wholly in the language of messages: commander's own words, and lines that break between Chinese characters. */
import { type Argument, type Command, Help, type Option } from 'commander';
import { COMMA, fill, type MessageLang } from '../messages/message.ts';
import { usage } from '../messages/usage.ts';
import { columnWidth } from './column-width.ts';

type Words = ReturnType<typeof usage>;

/** Commander's headings, and what it puts for options and commands into lines of usage. */
const OWN: Readonly<Record<string, (words: Words) => string>> = {
  'Usage:': (words) => words.usage,
  'Arguments:': (words) => words.arguments,
  'Options:': (words) => words.options,
  'Commands:': (words) => words.commands,
  '[options]': (words) => words.optionsPlace,
  '[command]': (words) => words.commandPlace,
};

/** What a line may end with and the next begin with: a word, or one wide character with its mark. */
const PIECES = /\s*(?:[（“]*(?:[\x21-\x7e]+|[^\s（“])[，。；：）”、]*)/gu;

/** How commander writes help, for every command of the program. */
export class HelpIn extends Help {
  private readonly lang: MessageLang;
  private readonly words: Words;

  constructor(lang: MessageLang) {
    super();
    this.lang = lang;
    this.words = usage(lang);
  }

  override styleTitle(title: string): string {
    return this.own(title);
  }

  override commandUsage(command: Command): string {
    return this.placed(super.commandUsage(command));
  }

  override subcommandTerm(command: Command): string {
    return this.placed(super.subcommandTerm(command));
  }

  override optionDescription(option: Option): string {
    const { argChoices, defaultValue } = option;
    return this.described(option.description, argChoices, defaultValue);
  }

  override argumentDescription(argument: Argument): string {
    return this.described(argument.description, undefined, argument.defaultValue);
  }

  /** A full-width colon holds its blank. */
  override formatHelp(command: Command, helper: Help): string {
    return super.formatHelp(command, helper).replace(/^(.*：) /, '$1');
  }

  override displayWidth(text: string): number {
    return columnWidth(text);
  }

  override boxWrap(text: string, width: number): string {
    if (this.lang === 'en' || width < this.minWidthToWrap) return super.boxWrap(text, width);
    const lines: string[] = [''];
    for (const [piece] of text.matchAll(PIECES)) {
      const line = lines.at(-1)! + piece;
      if (columnWidth(line) <= width) lines[lines.length - 1] = line;
      else lines.push(piece.trimStart());
    }
    return lines.join('\n');
  }

  private own(text: string): string {
    return OWN[text]?.(this.words) ?? text;
  }

  private placed(line: string): string {
    return line.replace(/\[(?:options|command)\]/g, (one) => this.own(one));
  }

  private described(
    description: string,
    choices: readonly string[] | undefined,
    initial: unknown,
  ): string {
    const comma = COMMA[this.lang];
    const list = choices?.join(comma);
    const told = [
      ...(list === undefined ? [] : [fill(this.words.choices, { list })]),
      ...(initial === undefined ? [] : [fill(this.words.default, { value: String(initial) })]),
    ];
    return told.length === 0
      ? description
      : description + fill(this.words.aside, { told: told.join(comma) });
  }
}
