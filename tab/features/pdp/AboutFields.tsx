import { Textarea, makeStyles, tokens } from '@fluentui/react-components'
import { longest } from '../../../api/contracts/pdp.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Ticks } from '../../ui/Ticks.tsx'
import type { Pdp } from './use-pdp.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
})

const fields = [
  ['gaps', words.gaps, words.gapsHint],
  ['transferable', words.transferable, words.transferableHint],
  ['aspirations', words.aspirations, words.aspirationsHint],
  ['otherSkills', words.otherSkills, words.otherSkillsHint],
] as const

/** C6.2: what a plan holds besides its objectives. */
export function AboutFields({ pdp: { page, keeper, draft } }: { readonly pdp: Pdp }) {
  const styles = useStyles()
  const { area } = useButtonStyles()
  return (
    <div className={styles.fields}>
      <p className={styles.hint}>{words.aboutHint}</p>
      {fields.map(([name, label, hint]) => (
        <LabelledField key={name} label={label} hint={hint}>
          {(wiring) => (
            <Textarea
              {...wiring}
              className={area}
              size="large"
              resize="vertical"
              maxLength={longest.words}
              value={draft.content[name]}
              onChange={(_event, { value }) => keeper.edit((content) => ({ ...content, [name]: value }))}
            />
          )}
        </LabelledField>
      ))}
      {page.skills.length > 0 && (
        <Ticks
          legend={words.needs}
          options={page.skills}
          ticked={draft.content.needs}
          onChange={(needs) => keeper.edit((content) => ({ ...content, needs: [...needs] }))}
        />
      )}
    </div>
  )
}
