type Props = {
  readonly chosen: boolean
  readonly title: string
  readonly under: string
  readonly stamp: string
  readonly struck?: boolean
  readonly strong?: boolean
  readonly choose: () => void
}

/** One row of a list in Outlook: a button, with what is chosen said to everyone. */
export function ListRow({ chosen, title, under, stamp, struck, strong, choose }: Props) {
  return (
    <li>
      <button type="button" className={chosen ? 'row row-chosen' : 'row'} aria-current={chosen || undefined} onClick={choose}>
        <span className="row-top">
          <span className={strong ? 'row-title row-strong' : 'row-title'}>{title}</span>
          <span className="row-stamp">{stamp}</span>
        </span>
        <span className={struck ? 'row-under row-struck' : 'row-under'}>{under}</span>
      </button>
    </li>
  )
}

/** Grey bars in the shape of the list, while it is read for the first time. */
export function ListSkeleton({ label }: { readonly label: string }) {
  return (
    <div className="skeleton" aria-busy="true" aria-label={label} role="img">
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="skeleton-row">
          <span />
          <span />
        </div>
      ))}
    </div>
  )
}
