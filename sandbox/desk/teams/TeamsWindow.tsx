import {
  Button,
  FluentProvider,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components'
import { CalendarLtr20Regular, Chat20Filled, Chat20Regular, DarkTheme20Regular, PeopleTeam20Regular } from '@fluentui/react-icons'
import { useState, type ReactElement } from 'react'
import { useDesk } from '../desk-context.ts'
import { QuorateMark } from '../QuorateMark.tsx'
import { teamsThemes } from '../theme.ts'
import { Chat } from './Chat.tsx'
import './teams.css'
import type { Theme } from './teams-host.ts'
import { TeamsTab } from './TeamsTab.tsx'
import { teamsWords } from './words.ts'

const widths = { desktop: undefined, phone: 390, small: 320 } as const
type Width = keyof typeof widths
type Look = { readonly theme: Theme; readonly width: Width }

/** The chosen person's Teams: the chat with Quorate's bot, and the real tab. */
export function TeamsWindow() {
  const { person, place, go } = useDesk()
  const [look, setLook] = useState<Look>({ theme: 'default', width: 'desktop' })
  return (
    <FluentProvider theme={teamsThemes[look.theme]} className="themed">
      <section className="window" aria-label={teamsWords.window(person.name)}>
        <div className="window-head">
          <QuorateMark size={20} />
          <h2 className="window-title">{teamsWords.window(person.name)}</h2>
          <span className="window-hint">{place.teams === 'tab' ? teamsWords.pretend : ''}</span>
          <LookMenu look={look} widthToo={place.teams === 'tab'} change={(changed) => setLook({ ...look, ...changed })} />
        </div>
        <div className="teams-inside">
          <nav className="rail" aria-label={teamsWords.rail}>
            <RailButton
              label={teamsWords.chat}
              chosen={place.teams === 'chat'}
              icon={place.teams === 'chat' ? <Chat20Filled /> : <Chat20Regular />}
              choose={() => go({ teams: 'chat' })}
            />
            <span className="rail-still" aria-hidden="true">
              <PeopleTeam20Regular />
            </span>
            <span className="rail-still" aria-hidden="true">
              <CalendarLtr20Regular />
            </span>
            <RailButton
              label={teamsWords.tab}
              chosen={place.teams === 'tab'}
              icon={<QuorateMark size={22} />}
              choose={() => go({ teams: 'tab' })}
            />
          </nav>
          {place.teams === 'chat' ? <Chat theme={look.theme} /> : <TeamsTab theme={look.theme} width={widths[look.width]} />}
        </div>
      </section>
    </FluentProvider>
  )
}

type RailProps = { readonly label: string; readonly chosen: boolean; readonly icon: ReactElement; readonly choose: () => void }

function RailButton({ label, chosen, icon, choose }: RailProps) {
  return (
    <Tooltip content={label} relationship="label" positioning="after">
      <Button
        appearance="subtle"
        className={chosen ? 'rail-button rail-chosen' : 'rail-button'}
        icon={icon}
        aria-current={chosen || undefined}
        onClick={choose}
      />
    </Tooltip>
  )
}

type LookProps = { readonly look: Look; readonly widthToo: boolean; readonly change: (changed: Partial<Look>) => void }

function LookMenu({ look, widthToo, change }: LookProps) {
  return (
    <Menu
      persistOnItemClick
      checkedValues={{ theme: [look.theme], width: [look.width] }}
      onCheckedValueChange={(_, { name, checkedItems }) => change({ [name]: checkedItems[0] })}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<DarkTheme20Regular />} aria-label={teamsWords.look} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{teamsWords.theme}</MenuGroupHeader>
            {Object.entries(teamsWords.themes).map(([value, label]) => (
              <MenuItemRadio key={value} name="theme" value={value}>
                {label}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          {widthToo && (
            <MenuGroup>
              <MenuGroupHeader>{teamsWords.width}</MenuGroupHeader>
              {Object.entries(teamsWords.widths).map(([value, label]) => (
                <MenuItemRadio key={value} name="width" value={value}>
                  {label}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
