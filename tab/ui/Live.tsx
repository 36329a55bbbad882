import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

// There from the start, since what appears together with its region is not read out; while it is empty it takes no room.
const useStyles = makeStyles({ live: { ':empty': { position: 'absolute' } } })

/** How something stands that was just pressed: read out as it changes. */
export function Live({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div role="status" className={styles.live}>
      {children}
    </div>
  )
}
