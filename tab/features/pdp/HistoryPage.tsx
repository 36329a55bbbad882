import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { pdpVersions, type PdpVersionsPage } from '../../../api/contracts/pdp.ts'
import { useResource } from '../../api/use-resource.ts'
import { hrefOf } from '../../paths.ts'
import { AskTwice } from '../../ui/AskTwice.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { NotShown } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { PlanWords } from './PlanWords.tsx'
import { usePdp, type Pdp } from './use-pdp.ts'
import { versionWords, words } from './words.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '640px',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, textWrap: 'balance' },
  act: { minHeight: '48px', fontSize: tokens.fontSizeBase400, alignSelf: 'start' },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
})

const back = { to: { page: 'my-plan' }, words: words.back } as const

/** What the plan said before, to read and to put back. */
export function HistoryPage() {
  const styles = useStyles()
  const { resource, pdp } = usePdp()
  const { state, again } = useResource('/my/pdp/versions', pdpVersions)
  const versions = state.kind === 'shown' ? state.value.versions : []
  return (
    <Page of="member" title={words.historyTitle} lead={words.historyLead} back={back}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {state.kind === 'shown' && versions.length === 0 && <p className={styles.line}>{words.noHistory}</p>}
      {state.kind === 'shown' && pdp && resource.state.kind === 'shown' && (
        <ul className={styles.list}>
          {versions.map((version) => (
            <li key={version.number}>
              <Version version={version} pdp={pdp} now={state.value.now} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

type Props = { readonly version: PdpVersionsPage['versions'][number]; readonly pdp: Pdp; readonly now: string }

function Version({ version, pdp: { page, keeper }, now }: Props) {
  const styles = useStyles()
  const { outlined } = useButtonStyles()
  const [open, setOpen] = useState(false)
  const name = versionWords(version, now)
  async function putBack(): Promise<void> {
    window.location.hash = hrefOf(back.to)
    await keeper.putBack(version.content)
  }
  return (
    <Card>
      <h2 className={styles.title}>{name}</h2>
      <Button
        className={mergeClasses(styles.act, outlined)}
        aria-expanded={open}
        aria-label={`${open ? words.hide : words.show}: ${name}`}
        onClick={() => setOpen(!open)}
      >
        {open ? words.hide : words.show}
      </Button>
      {open && <PlanWords content={version.content} page={page} />}
      {open && (
        <AskTwice
          subject={version.number}
          opener={{ words: words.putBack, label: `${words.putBack}: ${name}` }}
          sure={() => words.putBackSure}
          yes={() => ({ words: words.yesPutBack })}
          no={words.keep}
          onYes={putBack}
          look={styles.act}
        />
      )}
    </Card>
  )
}
