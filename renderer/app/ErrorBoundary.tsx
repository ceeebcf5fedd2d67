import { Component } from 'react'
import type { ReactNode } from 'react'

interface Props {
  /** A change of it tries anew, e.g. another screen. */
  readonly resetOn: string
  readonly fallback: ReactNode
  readonly children: ReactNode
}

/** A fault in one screen leaves the frame standing. React catches faults with classes only. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidUpdate(before: Props) {
    if (this.state.broken && before.resetOn !== this.props.resetOn) this.setState({ broken: false })
  }

  override render() {
    return this.state.broken ? this.props.fallback : this.props.children
  }
}
