import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { codeEntries } from '../../../../domain/codes/index.ts'
import type { CodeOf } from '../../../../domain/codes/index.ts'
import { useApi } from '../../../api/ApiContext.tsx'
import { useSession } from '../../../api/SessionContext.tsx'
import type { PersonFile } from '../../../api/client.ts'
import { Button } from '../../../components/Button.tsx'
import { RadioGroup } from '../../../components/Choices.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useFieldWords } from '../useFieldWords.ts'

interface ErasePersonProps {
  readonly file: PersonFile
  /** By when the person's request is owed, where there is one. */
  readonly deadline: string | null
}

/** Erasure by law: the office alone, with its ground and the name typed. It cannot be taken back, and the words say so. */
export function ErasePerson({ file, deadline }: ErasePersonProps) {
  const { t } = useTranslation()
  const { lang } = useFieldWords()
  const api = useApi()
  const [, navigate] = useLocation()
  const { state } = useSession()
  const [open, setOpen] = useState(false)
  const [ground, setGround] = useState<CodeOf<'erasureGround'> | null>(null)
  const [name, setName] = useState('')
  const [faults, setFaults] = useState<{ readonly ground?: string; readonly name?: string; readonly all?: string }>({})
  const [emptied, setEmptied] = useState<number | null>(null)
  const busy = useRef(false)

  async function erase() {
    const found = { ...(ground === null ? { ground: t('rights.erase.needGround') } : {}), ...(name.trim() === file.row.name ? {} : { name: t('rights.erase.wrongName') }) }
    setFaults(found)
    if (ground === null || Object.keys(found).length > 0 || busy.current) return
    busy.current = true
    const answer = await api.call('persons.erase', { personId: file.row.id, ground, deadline })
    busy.current = false
    if (!answer.ok) setFaults({ all: answer.error.message })
    else setEmptied(answer.value.emptied)
  }
  function close() {
    setOpen(false)
    if (emptied !== null) navigate('/caseload')
  }
  return (
    <section aria-labelledby="erase-title">
      <h3 id="erase-title">{t('rights.erase.title')}</h3>
      {state.current?.role === 'office'
        ? <p><Button kind="danger" size="sm" onPress={() => setOpen(true)}>{t('rights.erase.button')}</Button></p>
        : <p className="soft">{t('rights.erase.officeOnly')}</p>}
      <Dialog
        open={open}
        onClose={close}
        title={emptied === null ? t('rights.erase.dialog', { name: file.row.name }) : t('rights.erase.doneTitle')}
        actions={emptied === null
          ? (
            <>
              <Button onPress={close}>{t('rights.erase.keep')}</Button>
              <Button kind="danger" onPress={() => void erase()}>{t('rights.erase.confirm')}</Button>
            </>
          )
          : <Button kind="primary" onPress={close}>{t('rights.erase.toList')}</Button>}
      >
        {emptied === null
          ? (
            <>
              <p>{t('rights.erase.explain')}</p>
              <RadioGroup
                label={t('rights.erase.ground')} required vertical value={ground} error={faults.ground ?? null}
                options={codeEntries('erasureGround').map(({ code, ...entry }) => ({ value: code as CodeOf<'erasureGround'>, label: entry[lang] }))}
                onChange={(next) => {
                  setGround(next)
                  setFaults({})
                }}
              />
              <TextField label={t('rights.erase.typeName', { name: file.row.name })} required value={name} error={faults.name ?? null} maxLength={40} onChange={(next) => {
                setName(next)
                setFaults({})
              }} />
              {faults.all !== undefined && <Notice kind="bad" urgent>{faults.all}</Notice>}
            </>
          )
          : <p role="status">{t('rights.erase.done', { count: emptied })}</p>}
      </Dialog>
    </section>
  )
}
