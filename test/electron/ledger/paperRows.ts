import { addToSums, emptySums, fourOnesColumns, fourOnesRow, sumCells } from '../../../domain/ledger/fourOnes.ts'
import type { LedgerSource, Masking } from '../../../domain/ledger/types.ts'
import type { LedgerPage } from '../../../electron/api/schemas/ledger.ts'

/** A ledger of made-up people with long, dotted and rare names; the numbers have the demo area code 210199. */

const names = ['王淑芬', '李国强', '买买提·阿不都热西提', '孙䶮', '欧阳𫍯', '古丽·阿卜杜热依木·买买提', '张𬀩', '乌云其木格', '佟丽', '陈丂丄', '阿不都热西提江']
const towns = ['示范镇', '北山满族乡', '石门街道', '东河乡']

function person(index: number): LedgerSource {
  const asked = index % 2 === 0
  const served = index % 8 === 0
  const serial = String(1000 + index)
  return {
    person: {
      name: names[index % names.length] ?? '', sex: index % 2 === 0 ? '1' : '2', hukouTown: towns[index % towns.length] ?? '', hukouVillage: '前进村',
      certNumber: `21019919740612${serial}43`, certDerived: index % 9 === 0, disabilityCategory: '4', disabilityGrade: '3', phone: `1390000${serial}`,
      ...(index % 13 === 0 ? { rosterNotes: '户口在外地，人常年在沈阳打工，过年才回来，电话有时打不通' } : {}),
    } as LedgerSource['person'],
    infoCheck: asked ? ({ checkedOn: '2026-03-12', method: 'HOME_VISIT', result: 'UPDATED' } as unknown as LedgerSource['infoCheck']) : null,
    assessment: served ? ({ assessedOn: '2026-05-21', supportLevel: 2, suggestedForms: ['FLEXIBLE'] } as unknown as LedgerSource['assessment']) : null,
    registration: null,
    services: served ? [{ servedOn: '2026-10-20', content: '介绍到县里食品厂面试包装岗位，陪同去了一趟', result: 'EMPLOYED' } as unknown as LedgerSource['services'][number]] : [],
    hardshipFlags: index % 3 === 0 ? ['LONG_TERM_UNEMPLOYED', 'DIBAO'] : [],
    responsibleName: '林芳',
    hasNeed: asked ? index % 4 === 0 : null,
    done: { infoCheck: asked, assessment: served, registration: false, service: served },
  }
}

export function sampleLedger(total: number, masking: Masking): LedgerPage {
  const sources = Array.from({ length: total }, (_, index) => person(index))
  const columns = fourOnesColumns(masking)
  const cells = sumCells(sources.reduce(addToSums, emptySums))
  return {
    title: '示范县残疾人就业服务“四个一”台账（2026年度）', unit: '示范县残疾人联合会', period: '2026年1月1日—2026年11月24日', filledOn: '2026年11月24日',
    columns, total, rows: sources.map((source, index) => fourOnesRow(source, index + 1, masking)),
    sums: total === 0 ? null : columns.map((column) => cells[column.key] ?? ''), unsent: 14,
  }
}

/** `ledger.page` over such a ledger. */
export function pagesOf(ledger: LedgerPage) {
  return ({ offset, limit }: { readonly offset: number; readonly limit: number }): LedgerPage => ({ ...ledger, rows: ledger.rows.slice(offset, offset + limit) })
}
