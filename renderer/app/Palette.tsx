import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
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
  const close = () => useView.setState({ paletteOpen: false })
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
  const [text, setText] = useState('')
  const [current, setCurrent] = useState(0)
  const id = useId()
  const wanted = text.trim()
  const query = useQuery('persons.search', { text: wanted === '' ? '-' : wanted, limit: most }, { when: wanted !== '' })
  const found = wanted === '' ? [] : (query.value ?? [])

  function openPerson(index: number) {
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

  return (
    <>
      <Heading slot="title" level={2} className="hidden-text">{t('frame.palette.title')}</Heading>
      <div className="palette-line">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label={t('frame.palette.title')}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={found.length > 0 ? `${id}-${String(current)}` : undefined}
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
          : query.error !== null
            ? query.error.message
            : found.length === 0 && !query.loading
              ? t('frame.palette.empty')
              : t(found.length === most ? 'frame.palette.first' : 'frame.palette.results', { count: found.length })}
      </p>
    </>
  )
}
