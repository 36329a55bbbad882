import { Component, type ReactNode } from 'react'

type Props = { readonly shown: ReactNode; readonly children: ReactNode }

/** A defect of one page is shown as one, and leaves the others standing. React asks for a class here. */
export class Defect extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? this.props.shown : this.props.children
  }
}
