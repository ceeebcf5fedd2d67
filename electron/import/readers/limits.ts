/** What a roster file may be at most. A county of 100,000 persons makes about 10 MB of xlsx and 80 MB of XML. */
export const limits = {
  fileBytes: 50 * 1024 * 1024,
  /** All parts of a workbook, inflated. */
  inflatedBytes: 1024 * 1024 * 1024,
  /** Above this size a part that packs better than `ratio` to one is a bomb; sheets pack ten to fifty times. */
  ratioFrom: 48 * 1024 * 1024,
  ratio: 200,
  rows: 300_000,
  columns: 400,
  /** Characters of one cell; Excel stops at 32,767. */
  cellText: 32_767,
  zipEntries: 5_000,
} as const
