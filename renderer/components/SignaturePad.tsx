import { useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import Pad from 'signature_pad'
import { classes } from './classes.ts'
import './SignaturePad.css'

export interface SignatureHandle {
  /** The signature as PNG, base64; null while nothing was drawn. */
  readonly read: () => string | null
  readonly clear: () => void
}

interface SignaturePadProps {
  readonly label: string
  /** For the person, not the counsellor: large. */
  readonly large?: boolean
  readonly ref?: Ref<SignatureHandle>
  readonly onDrawn: (isDrawn: boolean) => void
}

/**
 * Drawn with pen, finger or mouse; who cannot draw signs on paper, which the screen around it offers. Black on white in every theme: it is a document. What
 * was drawn is kept when the window changes its size.
 */
export function SignaturePad({ label, large = false, ref, onDrawn }: SignaturePadProps) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<Pad | null>(null)
  const [isDrawn, setIsDrawn] = useState(false)
  const tell = useRef(onDrawn)
  useEffect(() => {
    tell.current = onDrawn
  })
  const told = useCallback((drawn: boolean) => {
    setIsDrawn(drawn)
    tell.current(drawn)
  }, [])

  useEffect(() => {
    const surface = canvas.current
    // Without a drawing surface there is still the paper.
    if (surface === null || surface.getContext('2d') === null) return
    const drawing = new Pad(surface, { backgroundColor: '#ffffff', penColor: '#000000', minWidth: large ? 1.4 : 0.9, maxWidth: large ? 4.2 : 2.8 })
    const ended = () => told(!drawing.isEmpty())
    function fit() {
      if (surface === null) return
      const ratio = Math.max(1, window.devicePixelRatio)
      const [width, height] = [Math.round(surface.offsetWidth * ratio), Math.round(surface.offsetHeight * ratio)]
      if (surface.width === width && surface.height === height) return
      const drawn = drawing.toData()
      surface.width = width
      surface.height = height
      surface.getContext('2d')?.scale(ratio, ratio)
      drawing.clear()
      if (drawn.length > 0) drawing.fromData(drawn)
    }
    fit()
    const watch = new ResizeObserver(fit)
    watch.observe(surface)
    drawing.addEventListener('endStroke', ended)
    pad.current = drawing
    return () => {
      watch.disconnect()
      drawing.removeEventListener('endStroke', ended)
      drawing.off()
      pad.current = null
    }
  }, [large, told])

  useImperativeHandle(ref, () => ({
    read: () => (pad.current === null || pad.current.isEmpty() ? null : pad.current.toDataURL('image/png').replace(/^[^,]*,/, '')),
    clear() {
      pad.current?.clear()
      told(false)
    },
  }), [told])

  return (
    <div className={classes('signature-pad', large && 'large')}>
      <canvas ref={canvas} role="img" aria-label={t(isDrawn ? 'signing.drawn' : 'signing.blank', { label })} />
      {!isDrawn && <p aria-hidden="true">{t('signing.how')}</p>}
    </div>
  )
}
