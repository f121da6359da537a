/** Something in a tally that no counting can have come to. */
export class Unsound extends Error {
  override readonly name = 'Unsound';
  /** Where, as a path of names. @example 'questions.mood.items' */
  readonly place: string;

  constructor(...place: readonly string[]) {
    super(`unsound: ${place.join('.')}`);
    this.place = place.join('.');
  }
}
