import { Menu, type MenuItemConstructorOptions } from 'electron'
import { COMMAND_IDS, describeCommand, type CommandId, type MenuPlace } from '#contract/commands.ts'

const MENUS: readonly MenuPlace['menu'][] = ['File', 'Edit', 'View', 'Go', 'Help']

/** What the system itself does; these need no command of ours. */
const SYSTEM_ITEMS: Partial<Record<MenuPlace['menu'], MenuItemConstructorOptions[]>> = {
  File: [{ type: 'separator' }, { role: 'quit' }],
  Edit: [{ type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  View: [
    { type: 'separator' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'resetZoom' },
    { role: 'togglefullscreen' },
  ],
}

/** Builds the application menu from the table of commands; choosing an item tells `choose`. */
export function applicationMenu(choose: (id: CommandId) => void, isMac: boolean): Menu {
  const menus = MENUS.map((menu) => ({
    label: menu,
    submenu: [...items(menu, choose), ...(SYSTEM_ITEMS[menu] ?? [])],
  }))
  return Menu.buildFromTemplate(isMac ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus)
}

function items(menu: MenuPlace['menu'], choose: (id: CommandId) => void): MenuItemConstructorOptions[] {
  const here = COMMAND_IDS.filter((id) => describeCommand(id).place?.menu === menu)
  return here.flatMap((id, i) => {
    const { label, keys, place } = describeCommand(id)
    const before = here[i - 1]
    const newGroup = before !== undefined && describeCommand(before).place?.group !== place?.group
    const item: MenuItemConstructorOptions = {
      label,
      click: () => choose(id),
      // Shown, not registered: the window handles every key itself, because only it knows what has the focus.
      ...(keys === undefined ? {} : { accelerator: keys, registerAccelerator: false }),
    }
    return newGroup ? [{ type: 'separator' }, item] : [item]
  })
}
