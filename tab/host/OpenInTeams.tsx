import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  page: { maxWidth: '480px', margin: '15vh auto 0', padding: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  button: { minHeight: '48px', justifySelf: 'start' },
})

/** Outside Teams there is nobody signed in, so there is nothing to show. */
export function OpenInTeams({ teamsAppId }: { teamsAppId: string | undefined }) {
  const styles = useStyles()
  return (
    <main className={styles.page}>
      <h1 className={styles.heading}>Open Quorate in Microsoft Teams</h1>
      <Text size={400}>
        Quorate works inside Teams, where it knows who you are. In Teams, choose <strong>Apps</strong>, then <strong>Quorate</strong>.
      </Text>
      <Text size={400}>Your invitations are in Outlook as well: you can answer them there.</Text>
      {teamsAppId && (
        <Button as="a" appearance="primary" className={styles.button} href={`https://teams.microsoft.com/l/entity/${teamsAppId}/home`}>
          Open in Teams
        </Button>
      )}
    </main>
  )
}
