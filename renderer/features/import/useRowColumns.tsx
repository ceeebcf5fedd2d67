import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../api/client.ts'
import type { Column } from '../../components/DataGrid.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { useFieldWords } from '../person/useFieldWords.ts'
import { piecesOf } from './differences.ts'
import { findingWords } from './findingWords.ts'
import type { NavItem } from './sections.ts'

export type FindingRow = Output<'roster.rows'>['rows'][number]

/** What is shown of each row: who, what the roster has, what was made of it, and the sentence. */
export function useRowColumns(item: NavItem): readonly Column<FindingRow>[] {
  const { t } = useTranslation()
  const { label } = useFieldWords()
  return useMemo(() => {
    const unknown = t('common.unknown')
    const who: Column<FindingRow> = {
      key: 'who', title: t('importing.person'), rem: 8, rank: 1,
      render: (row) => (
        <>
          <strong>{row.name === null ? unknown : <PersonName name={row.name} />}</strong>
          <span className="finding-where tiny soft">{t('importing.rowOf', { row: row.row })}</span>
        </>
      ),
    }
    const number: Column<FindingRow> = {
      key: 'number', title: t('common.field.idNumber'), rem: 11.5, rank: 2, render: (row) => <span className="nowrap">{row.idNumberMasked ?? unknown}</span>,
    }
    const place: Column<FindingRow> = { key: 'place', title: t('importing.place'), rem: 9, rank: 3, render: (row) => row.place ?? unknown }
    if (item.question.standing === 'changed') {
      return [who, number, place, { key: 'changes', title: t('importing.changes'), rem: 20, grow: 3, rank: 1, render: (row) => <Changes row={row} label={label} /> }]
    }
    if (item.section === 'known') {
      const words: Column<FindingRow> = { key: 'words', title: t('importing.said'), rem: 16, grow: 2, rank: 2, render: (row) => <Sentences row={row} code={undefined} /> }
      return [who, number, place, words]
    }
    const { code } = item.question
    const values = item.section === 'duplicate' ? [] : [
      { key: 'before', title: t('importing.before'), rem: 10, grow: 1, rank: 1 as const, render: (row: FindingRow) => <Value row={row} code={code} side="before" unknown={unknown} /> },
      ...(item.section === 'flagged' ? [] : [
        { key: 'after', title: t(`importing.after.${item.section}`), rem: 10, grow: 1, rank: 1 as const, render: (row: FindingRow) => <Value row={row} code={code} side="after" unknown={unknown} /> },
      ]),
    ]
    const words: Column<FindingRow> = { key: 'words', title: t('importing.said'), rem: 18, grow: 2, rank: 2, render: (row) => <Sentences row={row} code={code} /> }
    return [who, ...values, words, number, place]
  }, [t, label, item])
}

function findingsOf(row: FindingRow, code: string | undefined) {
  return code === undefined ? row.findings : row.findings.filter((finding) => finding.code === code)
}

function Value({ row, code, side, unknown }: { readonly row: FindingRow; readonly code: string | undefined; readonly side: 'before' | 'after'; readonly unknown: string }) {
  const found = findingsOf(row, code)
  return found.map((finding, at) => {
    const mine = finding[side]
    const other = finding[side === 'before' ? 'after' : 'before']
    return (
      <div key={at} className="finding-value">
        {mine === null || mine === '' ? <span className="faint">{unknown}</span> : other === null || other === '' ? mine : <Marked text={mine} other={other} />}
      </div>
    )
  })
}

function Marked({ text, other }: { readonly text: string; readonly other: string }) {
  return piecesOf(text, other).map((piece, at) => (piece.differs ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>))
}

function Sentences({ row, code }: { readonly row: FindingRow; readonly code: string | undefined }) {
  const lang = codeLanguage(useTranslation().i18n.language)
  return findingsOf(row, code).map((finding, at) => <p key={at} className="small">{findingWords(finding, lang)}</p>)
}

function Changes({ row, label }: { readonly row: FindingRow; readonly label: (field: string) => string }) {
  const { t } = useTranslation()
  return (
    <ul className="finding-changes">
      {row.changes.map((change) => (
        <li key={change.field}>
          <span className="soft small">{label(change.field)}</span> {change.from ?? t('importing.wasUnknown')} <span aria-hidden="true">→</span>
          <span className="hidden-text"> {t('importing.becomes')} </span> <strong>{change.to ?? t('common.unknown')}</strong>
        </li>
      ))}
    </ul>
  )
}
