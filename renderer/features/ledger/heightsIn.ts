import type { PaperHeights } from './paginate.ts'

/** Measures a whole paper that is laid out in `box`, in CSS pixels. It stands alone, so that a test can run it in the page that prints. */
export function heightsIn(box: HTMLElement): PaperHeights {
  const heightOf = (element: Element | null | undefined) => element?.getBoundingClientRect().height ?? 0
  const rows = [...box.querySelectorAll('tr[data-row]')].map(heightOf)
  const top = box.getBoundingClientRect().top
  const table = box.querySelector('table')
  return {
    // An A4 page across between its margins of 15 mm.
    page: (180 * 96) / 25.4,
    title: table === null ? 0 : table.getBoundingClientRect().top - top,
    head: heightOf(box.querySelector('thead')),
    end: heightOf(box.querySelector('.paper-last')) - (rows.at(-1) ?? 0),
    rows,
  }
}
