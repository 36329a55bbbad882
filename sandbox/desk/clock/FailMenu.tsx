import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  type MenuProps,
} from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { useDesk } from '../desk-context.ts'
import { useLoaded } from '../use-loaded.ts'
import { faultIds, faultsFor, inForce, type FaultId } from './fault-menu.ts'
import { topWords } from './words.ts'

/** What may be made to fail, each with what it means; several at once, and one item that puts everything right. */
export function FailMenu({ refuse }: { readonly refuse: (failure: unknown) => void }) {
  const { sandbox, announce, settle } = useDesk()
  const { control, version } = sandbox
  const [changes, setChanges] = useState(0)
  const read = useCallback(async () => inForce(await control.faults()), [control])
  const { value: chosen = [] } = useLoaded(read, version + changes)

  async function set(wanted: readonly FaultId[]): Promise<void> {
    try {
      await control.mend()
      if (wanted.length > 0) await control.fail(faultsFor(wanted))
      setChanges((before) => before + 1)
      announce(wanted.length > 0 ? topWords.failing(wanted.length) : topWords.allRight)
      await settle()
    } catch (failure) {
      refuse(failure)
    }
  }

  const change: MenuProps['onCheckedValueChange'] = (_, { checkedItems }) => void set(faultIds.filter((id) => checkedItems.includes(id)))

  return (
    <Menu checkedValues={{ faults: [...chosen] }} onCheckedValueChange={change}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="transparent">{chosen.length > 0 ? topWords.failing(chosen.length) : topWords.fail}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {faultIds.map((id) => (
            <MenuItemCheckbox key={id} name="faults" value={id} subText={topWords.faults[id].means}>
              {topWords.faults[id].label}
            </MenuItemCheckbox>
          ))}
          <MenuDivider />
          <MenuItem onClick={() => void set([])}>{topWords.putRight}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
