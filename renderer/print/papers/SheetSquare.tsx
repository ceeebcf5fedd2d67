import { encode } from 'uqr'

/** A code as a square for scanners, with the quiet edge of four modules that they need. */
export function SheetSquare({ text, mm }: { readonly text: string; readonly mm: number }) {
  const { data, size } = encode(text, { ecc: 'Q', border: 4 })
  // Runs of a row in one piece: fine gaps between modules confuse cheap scanners.
  const runs = data.flatMap((row, y) => {
    const pieces: string[] = []
    let from = -1
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] === true && from === -1) from = x
      else if (row[x] !== true && from !== -1) {
        pieces.push(`M${String(from)} ${String(y)}h${String(x - from)}v1h-${String(x - from)}z`)
        from = -1
      }
    }
    return pieces
  })
  return (
    <svg className="square" viewBox={`0 0 ${String(size)} ${String(size)}`} style={{ width: `${String(mm)}mm`, height: `${String(mm)}mm` }} shapeRendering="crispEdges" aria-hidden="true">
      <path d={runs.join('')} fill="#000" />
    </svg>
  )
}
