import { Fragment } from 'react'

/** A name whole, never cut: a long one may break after its dot and nowhere else. */
export function PersonName({ name }: { readonly name: string }) {
  const parts = name.split('·')
  return (
    <span className="person-name">
      {parts.map((part, index) => <Fragment key={index}>{part}{index < parts.length - 1 && <>·<wbr /></>}</Fragment>)}
    </span>
  )
}
