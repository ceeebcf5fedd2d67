/** How long to wait after so many failures in a row: doubling, at most two minutes, never all devices at the same moment. */
export function backOffMs(failures: number, random: () => number): number {
  const ceiling = Math.min(120_000, 2_000 * 2 ** Math.min(failures - 1, 10))
  return Math.round(ceiling / 2 + (random() * ceiling) / 2)
}
