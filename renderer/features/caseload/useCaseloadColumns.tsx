import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '../../api/client.ts'
import type { Column } from '../../components/DataGrid.tsx'
import { DueMark, StateMark, SyncMark } from '../../components/Marks.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { usePersonWords } from '../../components/usePersonWords.ts'

const stepNumbers = [1, 2, 3, 4] as const

/** Columns of the list. When the space is short, the later ones become a second line. */
export function useCaseloadColumns(today: string): readonly Column<PersonRow>[] {
  const { t } = useTranslation()
  const words = usePersonWords()
  return useMemo(
    () => [
      {
        key: 'name', title: t('caseload.column.name'), rem: 6.6, grow: 1.2, rank: 1, sort: 'name',
        render: (row) => (
          <>
            <span className="grid-name" data-open><PersonName name={row.name} /></span>
            {' '}
            {row.toVerify > 0 && <span className="tag warn-tag">{t('caseload.toVerify', { count: row.toVerify })}</span>}
          </>
        ),
      },
      { key: 'sexAge', title: t('caseload.column.sexAge'), rem: 3.5, rank: 1, sort: 'age', render: (row) => <span className="nowrap">{words.sexAge(row)}</span> },
      { key: 'disability', title: t('caseload.column.disability'), rem: 5.9, rank: 3, render: (row) => words.disability(row) },
      {
        key: 'place', title: t('caseload.column.place'), rem: 7.6, grow: 1.4, rank: 2, sort: 'town',
        render: (row) => <>{row.town ?? t('common.unknown')} <span className="soft">{row.village}</span></>,
      },
      ...stepNumbers.map((step): Column<PersonRow> => ({
        key: `s${String(step)}`, title: t(`caseload.column.s${step}`), rem: 4.1, rank: 3,
        render: (row) => {
          const state = row.steps.find((each) => each.step === step)
          return state === undefined ? <span className="faint">{t('common.unknown')}</span> : <StateMark step={state} today={today} wordless short />
        },
      })),
      {
        key: 'next', title: t('caseload.column.next'), rem: 9.6, grow: 0.6, rank: 1, sort: 'due',
        render: (row) => {
          if (row.nextStep === null) {
            const done = row.steps.length > 0 && row.steps.every((step) => step.state === 'done')
            return <span className="soft">{t(done ? 'common.allDone' : 'common.nothingDue')}</span>
          }
          return <>{t(`common.stepShort.s${row.nextStep}`)} {row.dueOn !== null && <DueMark dueOn={row.dueOn} today={today} />}</>
        },
      },
      {
        key: 'flags', title: t('caseload.column.flags'), rem: 6.4, grow: 1, rank: 2,
        render: (row) => (row.flags.length === 0 ? <span className="faint">{t('common.unknown')}</span> : <span className="small soft">{row.flags.map(words.flag).join(' ')}</span>),
      },
      { key: 'mark', title: t('caseload.column.mark'), rem: 5.8, rank: 2, render: (row) => <SyncMark mark={row.mark} /> },
    ],
    [t, words, today],
  )
}
