/** Two ways of writing one thing, cut where they differ, so that the eye finds the place. */

export interface Piece {
  readonly text: string
  readonly differs: boolean
}

/** Compares place by place where both are equally long, else marks what lies between the common beginning and the common end. */
export function piecesOf(text: string, other: string): Piece[] {
  const mine = [...text]
  const theirs = [...other]
  if (text === other) return text === '' ? [] : [{ text, differs: false }]
  if (mine.length === theirs.length) return joined(mine.map((sign, at) => ({ text: sign, differs: sign !== theirs[at] })))
  let head = 0
  while (head < mine.length && head < theirs.length && mine[head] === theirs[head]) head += 1
  let tail = 0
  const room = Math.min(mine.length, theirs.length) - head
  while (tail < room && mine[mine.length - 1 - tail] === theirs[theirs.length - 1 - tail]) tail += 1
  return joined(mine.map((sign, at) => ({ text: sign, differs: at >= head && at < mine.length - tail })))
}

function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last !== undefined && last.differs === piece.differs) runs[runs.length - 1] = { text: last.text + piece.text, differs: last.differs }
    else runs.push(piece)
  }
  return runs
}
