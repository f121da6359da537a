/** Texts that are looked through piece by piece, since they may be longer than a text can be. */

/** @throws SyntaxError where the text is not of its form */
export type TakePiece = (piece: string) => void;

/** Sees to it that no line is parted between two pieces. */
export function takingLines(take: TakePiece): TakePiece {
  let isWhole = true;
  return (piece) => {
    if (!isWhole) throw new SyntaxError(`part of a line: ${piece.slice(0, 40)}`);
    isWhole = piece.endsWith('\n');
    take(piece);
  };
}
