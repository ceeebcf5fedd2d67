import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { looksLikeSheetCode } from '../../domain/planning/sheetCode.ts'
import { useQuery } from '../api/useQuery.ts'
import { classes } from '../components/classes.ts'
import { Icon } from '../components/Icon.tsx'
import { usePersonWords } from '../components/usePersonWords.ts'
import { useView } from '../state/view.ts'
import './Palette.css'

const most = 8

/** Ctrl+K: find a person from anywhere. */
export function Palette() {
  const open = useView((view) => view.paletteOpen)
  const close = () => useView.setState({ paletteOpen: false, paletteText: '' })
  return (
    <ModalOverlay className="dialog-scrim" isOpen={open} isDismissable onOpenChange={(isOpen) => {
      if (!isOpen) close()
    }}>
      <Modal className="dialog-box palette">
        <Dialog className="dialog"><PaletteBody onClose={close} /></Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteBody({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const words = usePersonWords()
  const [, navigate] = useLocation()
  const [text, setText] = useState(() => useView.getState().paletteText)
  const [current, setCurrent] = useState(0)
  const id = useId()
  const wanted = text.trim()
  const isCode = looksLikeSheetCode(wanted)
  const sheet = useQuery('planning.openSheet', { code: isCode ? wanted : '' }, { when: isCode })
  const query = useQuery('persons.search', { text: wanted === '' ? '-' : wanted, limit: most }, { when: wanted !== '' && !isCode })
  const found = wanted === '' || isCode ? [] : (query.value ?? [])
  const sheetOf = isCode ? sheet.value : null

  function openPerson(index: number) {
    if (sheetOf !== null) {
      onClose()
      navigate(`/person/${sheetOf.personId}${sheetOf.at === '' ? '' : `/${sheetOf.at}`}`)
      return
    }
    const hit = found[index]
    if (hit === undefined) return
    useView.setState({ trail: found.map((each) => each.row.id) })
    onClose()
    navigate(`/person/${hit.row.id}`)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown') setCurrent(Math.min(current + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setCurrent(Math.max(current - 1, 0))
    else if (event.key === 'Enter') openPerson(current)
    else return
    event.preventDefault()
  }

  function sheetNote(): string {
    if (sheet.error !== null) return sheet.error.message
    return sheetOf === null ? '' : t('frame.palette.sheetFound', { name: sheetOf.name })
  }

  return (
    <>
      <Heading slot="title" level={2} className="hidden-text">{t('frame.palette.title')}</Heading>
      <div className="palette-line">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label={t('frame.palette.title')}
          aria-expanded={found.length > 0 || sheetOf !== null}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={sheetOf !== null ? `${id}-0` : found.length > 0 ? `${id}-${String(current)}` : undefined}
          placeholder={t('frame.palette.placeholder')}
          autoComplete="off"
          autoFocus
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setCurrent(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul id={`${id}-list`} role="listbox" aria-label={t('frame.palette.title')} className="palette-list">
        {sheetOf !== null && (
          <li id={`${id}-0`} role="option" aria-selected className="palette-hit current" onClick={() => openPerson(0)}>
            <b>{sheetOf.name}</b>
            <span className="soft">{sheetOf.at === '' ? '' : sheetOf.at === 'employment' ? t('person.tab.employment') : t(`common.step.s${sheetOf.at}`)}</span>
            <span className="faint tiny">{t('frame.palette.sheet')}</span>
          </li>
        )}
        {found.map((hit, index) => (
          <li
            key={hit.row.id}
            id={`${id}-${String(index)}`}
            role="option"
            aria-selected={index === current}
            className={classes('palette-hit', index === current && 'current')}
            onClick={() => openPerson(index)}
            onPointerMove={() => setCurrent(index)}
          >
            <b>{hit.row.name}</b>
            <span>{words.sexAge(hit.row)}</span>
            <span className="soft">{words.place(hit.row)}</span>
            <span className="faint tiny">{t(`frame.palette.why.${hit.why}`)}</span>
          </li>
        ))}
      </ul>
      <p className="palette-note" role="status">
        {wanted === ''
          ? t('frame.palette.hint')
          : isCode
            ? sheetNote()
            : query.error !== null
              ? query.error.message
              : found.length === 0 && !query.loading
                ? t('frame.palette.empty')
                : t(found.length === most ? 'frame.palette.first' : 'frame.palette.results', { count: found.length })}
      </p>
    </>
  )
}
