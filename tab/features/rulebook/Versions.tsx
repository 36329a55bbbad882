import { Button, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { RulebookVersionView, RulebookView } from '../../../api/contracts/rulebook.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Section } from '../../ui/Section.tsx'
import type { Draft } from './draft.ts'
import { versionHeading, versionLine, words } from './words.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  version: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  sentences: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
  act: { alignSelf: 'flex-start' },
})

type Instead = NonNullable<Draft['instead']>
type Props = { readonly view: RulebookView; readonly onLook: (instead: Instead) => void }

/** Every version that was written, the latest first, with who, when and why. */
export function Versions({ view, onLook }: Props) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  return (
    <Section of="officer" heading={words.versions} card>
      <ol className={styles.list}>
        {view.versions.map((version) => (
          <li key={version.version} className={styles.version}>
            <h3 className={styles.heading}>{versionHeading(version)}</h3>
            <p className={styles.line}>{versionLine(version)}</p>
            {version.why && <p className={styles.line}>{`“${version.why}”`}</p>}
            <Changed version={version} />
            {view.mayChange && version.version !== view.latest && (
              <Button
                className={mergeClasses(officer, outlined, styles.act)}
                onClick={() => onLook({ kind: 'version', version: version.version })}
              >
                {words.goBackTo(version.version)}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Changed({ version: { version, sentences } }: { readonly version: RulebookVersionView }) {
  const styles = useStyles()
  if (sentences.length === 0) return <p className={styles.line}>{version === 1 ? words.first : words.same}</p>
  return (
    <ul className={styles.sentences}>
      {sentences.map(({ sentence }) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** A preset is looked at, difference by difference, like any other change. */
export function Presets({ view, onLook }: Props) {
  const styles = useStyles()
  const { officer, outlined, select } = useButtonStyles()
  const [chosen, choose] = useState(view.presets[0]?.preset ?? '')
  return (
    <Section of="officer" heading={words.presets} card>
      <LabelledField label={words.preset} hint={words.presetHint}>
        {(wiring) => (
          <Select {...wiring} className={select} value={chosen} onChange={(_event, { value }) => choose(value)}>
            {view.presets.map(({ preset, name }) => (
              <option key={preset} value={preset}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      <Button className={mergeClasses(officer, outlined, styles.act)} onClick={() => onLook({ kind: 'preset', preset: chosen })}>
        {words.seePreset}
      </Button>
    </Section>
  )
}
