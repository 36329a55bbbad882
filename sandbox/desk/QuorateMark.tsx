/** The product's mark: Members in two rows around a table, the seats of a quorum. Decoration beside a name that is said in words. */
export function QuorateMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#5b5fc7" />
      <g fill="#fff">
        <circle cx="7.5" cy="18" r="2.6" />
        <circle cx="10.4" cy="12.4" r="2.6" />
        <circle cx="16" cy="10" r="2.6" />
        <circle cx="21.6" cy="12.4" r="2.6" />
        <rect x="11" y="18.5" width="10" height="4" rx="2" />
      </g>
      <circle cx="24.5" cy="18" r="2" fill="none" stroke="#fff" strokeWidth="1.4" />
    </svg>
  )
}
