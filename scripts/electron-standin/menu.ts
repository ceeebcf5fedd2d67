import { app } from './app.ts'
import { BrowserWindow } from './browserWindow.ts'
import { record } from './recorded.ts'
import { strict } from './strict.ts'

interface Template {
  label?: string
  type?: string
  role?: string
  id?: string
  accelerator?: string
  enabled?: boolean
  visible?: boolean
  checked?: boolean
  submenu?: Template[] | Menu
  click?(item: MenuItem, window: unknown, event: object): void
}

/** Chromium's windows show no menu: it is kept for tests, which click its items, and shortcuts do nothing. */
export class MenuItem {
  label: string
  type: string
  role: string | undefined
  id: string | undefined
  accelerator: string | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  submenu: Menu | undefined
  private readonly onClick: Template['click']

  constructor(template: Template) {
    this.label = template.label ?? template.role ?? ''
    this.type = template.submenu ? 'submenu' : (template.type ?? 'normal')
    this.role = template.role
    this.id = template.id
    this.accelerator = template.accelerator
    this.enabled = template.enabled ?? true
    this.visible = template.visible ?? true
    this.checked = template.checked ?? false
    this.submenu = Array.isArray(template.submenu) ? Menu.buildFromTemplate(template.submenu) : template.submenu
    this.onClick = template.click
  }

  click(event: object = {}, window: BrowserWindow | null = BrowserWindow.getFocusedWindow()): void {
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.onClick) this.onClick(this, window, event)
    else if (this.role?.toLowerCase() === 'quit') app.quit()
    else if (this.role?.toLowerCase() === 'close') window?.close()
    else record('menu role', this.role)
  }
}

let applicationMenu: Menu | null = null

export class Menu {
  readonly items: MenuItem[] = []

  append(item: MenuItem): void {
    this.items.push(item)
  }
  popup(): void {
    record('menu.popup', this.items)
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  static buildFromTemplate(template: (Template | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return strict<Menu>(menu, 'Menu')
  }
  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }
  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }
}
