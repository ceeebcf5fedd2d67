import type { Input } from '../api/client.ts'

export type Masking = Input<'ledger.page'>['masking']

export interface MarginTexts {
  readonly left: string
  readonly right: string
}

/** What stands in the margin of every page beside its number. */
export function marginTexts(now: Date, printedBy: string, masking: Masking): MarginTexts {
  return { left: printedAt(now, printedBy), right: masking === 'INTERNAL' ? forInside : '' }
}

export const forInside = '内部资料 注意保密'

export function printedAt(now: Date, printedBy: string): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-')
  return `打印：${printedBy}　${day} ${two(now.getHours())}:${two(now.getMinutes())}`
}

export function pageOf(page: number | string, pages: number | string): string {
  return `第 ${String(page)} 页 共 ${String(pages)} 页`
}

/** Margin boxes as a style sheet of the document's own: a style element would be refused by the policy of the page. */
export function writeMarginBoxes(document: Document, { left, right }: MarginTexts): void {
  const sheet = new CSSStyleSheet()
  const font = 'font: 8pt "Four Ones Paper", "Four Ones Paper Rare", "Four Ones Rare", serif; color: #000; vertical-align: top; padding-top: 3mm;'
  sheet.insertRule(`@page {
    @bottom-left { content: ${cssText(left)}; text-align: left; white-space: nowrap; ${font} }
    @bottom-center { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; ${font} }
    @bottom-right { content: ${cssText(right)}; text-align: right; font-weight: 700; white-space: nowrap; ${font} }
  }`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

/** A CSS string with nothing in it that could end it. */
export function cssText(text: string): string {
  return `"${text.replaceAll(/["\\\p{Cc}]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`
}
