import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { AxeBuilder } from '@axe-core/playwright'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium, standInDir, standInExecutable } from '../../../scripts/electron-standin/locate.mjs'
import { chromiumsOf, countingServer, newFolder, profilesOf, sampleApp } from './support.ts'

interface Api {
  version: number
  nested: { list: [number, { deep(): string }] }
  invoke(channel: string, ...args: unknown[]): Promise<never>
  send(channel: string, ...args: unknown[]): void
  on(channel: string, listener: (...args: never[]) => void): () => void
  add(callback: (value: number) => number, value: number): number
  later(callback: (text: string) => string): Promise<string>
  fail(): void
  failLater(): Promise<void>
  same<T>(value: T): T
  requireFs(): string
  sendSync(): string
}
declare global {
  var api: Api
  var sample: { log: string[] }
  var electronStandIn: { calls: { api: string; args: unknown[] }[] }
}

const userData = newFolder()
const env = { ...process.env, FOUR_ONES_HEADLESS: '1' }
let app: ElectronApplication
let page: Page
let said = ''

const log = () => app.evaluate(() => globalThis.sample.log)
const invoke = (channel: string, ...args: unknown[]): Promise<unknown> =>
  page.evaluate(([to, rest]) => globalThis.api.invoke(to, ...rest), [channel, args] as const)
const refusal = (channel: string, ...args: unknown[]) => invoke(channel, ...args).catch((error: Error) => error.message)

beforeAll(async () => {
  app = await _electron.launch({ executablePath: standInExecutable, args: [sampleApp, `--user-data-dir=${userData}`], env })
  app.process().stderr?.on('data', (data: Buffer) => (said += data.toString()))
  page = await app.firstWindow()
  await page.waitForSelector('body[data-ready]')
})
afterAll(async () => {
  await app.close()
  rmSync(userData, { recursive: true, force: true })
})

describe('between the processes', () => {
  it('answers an invoke of the page', async () => {
    expect(await page.textContent('#out')).toBe('往返')
  })

  it('carries dates, maps and bytes both ways', async () => {
    const kinds = await page.evaluate(async () => {
      const [at, map, bytes, big] = (await globalThis.api.invoke(
        'echo',
        new Date(5),
        new Map([['键', 1]]),
        new Uint8Array([1, 255]),
        12n,
      )) as [Date, Map<string, number>, Uint8Array, bigint]
      return [
        at instanceof Date && at.getTime(),
        map instanceof Map && map.get('键'),
        bytes instanceof Uint8Array && [...bytes],
        big === 12n,
      ]
    })
    expect(kinds).toEqual([5, 1, [1, 255], true])
  })

  it('tells errors in the words of Electron', async () => {
    expect(await refusal('fail')).toContain("Error invoking remote method 'fail': TypeError: 打不开")
    expect(await refusal('nobody')).toContain("Error invoking remote method 'nobody': Error: No handler registered for 'nobody'")
    expect(await page.evaluate(() => globalThis.api.invoke('echo', () => 1).catch((error: Error) => error.message))).toBe(
      'An object could not be cloned.',
    )
  })

  it('delivers what the main process sends, in order, until the listener is taken away', async () => {
    const got = await page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const seen: number[] = []
          const stop = globalThis.api.on('tock', (at: number) => {
            seen.push(at)
            if (at === 400) stop()
            if (at === 400) resolve(seen)
          })
          globalThis.api.send('tick', 500)
        }),
    )
    expect(got).toEqual(Array.from({ length: 401 }, (_, at) => at))
  })

  it('names the frame and the window that asked', async () => {
    expect(await invoke('who')).toMatchObject({ url: 'app://bundle/index.html', window: '样例' })
  })

  it('runs worker threads of the app', async () => {
    expect(await invoke('thread')).toBe(40)
  })
})

describe('the preload script', () => {
  it('lives in a world that the page cannot see', async () => {
    const seen = await page.evaluate(() => [
      typeof (globalThis as { preloadSecret?: string }).preloadSecret,
      typeof (globalThis as { require?: unknown }).require,
      typeof (globalThis as { process?: unknown }).process,
      Object.getOwnPropertyNames(globalThis).filter((name) => /^(in|out)[0-9a-f]{32}$/.test(name)),
    ])
    expect(seen).toEqual(['undefined', 'undefined', 'undefined', []])
    expect(await page.getAttribute('html', 'data-preload')).toBe('ran')
  })

  it('lends the page values, functions and promises, frozen', async () => {
    const results = await page.evaluate(async () => {
      const { api } = globalThis
      const callback = () => 1
      const words = (action: () => void) => {
        try {
          action()
          return 'did not throw'
        } catch (error) {
          return (error as Error).message
        }
      }
      return {
        frozen: Object.isFrozen(api) && Object.isFrozen(api.nested.list),
        deep: api.nested.list[1].deep(),
        added: api.add((value) => value * 2, 20),
        later: await api.later((text) => `${text}了`),
        thrown: words(() => api.fail()),
        rejected: await api.failLater().catch((error: Error) => error.message),
        same: api.same(callback) === callback,
      }
    })
    expect(results).toEqual({
      frozen: true,
      deep: '深',
      added: 41,
      later: '晚了',
      thrown: '同步错误',
      rejected: '异步错误',
      same: true,
    })
  })

  it('runs again after a reload', async () => {
    await page.reload()
    await page.waitForSelector('body[data-ready]')
    expect(await page.getAttribute('html', 'data-preload')).toBe('ran')
    expect(await invoke('echo', '再')).toEqual(['再'])
    expect(await log()).not.toContain('will-navigate app://bundle/index.html')
  })
})

describe('the page', () => {
  it('is served by the app, in a secure context, with modules, workers and request bodies', async () => {
    const results = await page.evaluate(async () => {
      const worker = new Worker('/worker.js', { type: 'module' })
      const greeting = new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data)
      })
      worker.postMessage('工人')
      const echoed = (await (await fetch('/echo', { method: 'POST', body: '正文' })).json()) as unknown
      return [isSecureContext, (await fetch('/none.html')).status, echoed, await greeting]
    })
    expect(results).toEqual([true, 404, { url: 'app://bundle/echo', method: 'POST', body: '正文' }, '您好，工人'])
  })

  it('obeys the policy of the response, and the app hears of a breach', async () => {
    const results = await page.evaluate(async () => {
      const nextBreach = () =>
        new Promise((resolve) =>
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }),
        )
      const image = nextBreach()
      new Image().src = 'https://example.com/x.png'
      const breaches = [await image]
      const inline = nextBreach()
      const script = document.createElement('script')
      script.textContent = 'globalThis.injected = true'
      document.head.append(script)
      breaches.push(await inline)
      return [breaches, 'inlineRan' in globalThis, 'injected' in globalThis]
    })
    expect(results).toEqual([['img-src', 'script-src-elem'], false, false])
    await expect.poll(async () => (await log()).join('\n')).toMatch(/console error .*Content Security Policy/)
  })

  it('has no network, whatever its policy allows', async () => {
    const server = await countingServer()
    const results = await page.evaluate(async (port) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/`)
      const socketEnd = new Promise((resolve) => {
        socket.onopen = () => resolve('open')
        socket.onerror = () => resolve('error')
      })
      return [
        await fetch(`http://127.0.0.1:${port}/`).then(
          () => 'reached',
          () => 'failed',
        ),
        await socketEnd,
      ]
    }, server.port)
    server.close()
    expect(results).toEqual(['failed', 'error'])
    expect(server.connections()).toBe(0)
  })

  it('is stopped by the request listener of the app', async () => {
    expect(
      await page.evaluate(() =>
        fetch('/forbidden').then(
          () => 'reached',
          () => 'failed',
        ),
      ),
    ).toBe('failed')
  })

  it('gets the permissions that the app grants', async () => {
    const states = await page.evaluate(async () => {
      const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state
      return [await state('geolocation'), await state('clipboard-write')]
    })
    expect(states).toEqual(['denied', 'granted'])
  })

  it('follows the theme of the app', async () => {
    const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    expect(await invoke('theme', 'dark')).toBe(true)
    await expect.poll(isDark).toBe(true)
    await invoke('theme', 'light')
    await expect.poll(isDark).toBe(false)
  })

  it('can be driven, photographed and checked by Playwright', async () => {
    await page.click('#name')
    await page.keyboard.type('小明')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.textContent('#out')).toBe('您好，小明')
    const png = Buffer.from('89504e470d0a1a0a', 'hex')
    expect((await page.screenshot()).subarray(0, 8)).toEqual(png)
    const captured = await app.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
      return [image?.toPNG().subarray(0, 8).toString('hex'), image?.getSize()]
    })
    expect(captured).toEqual([png.toString('hex'), { width: 1000, height: 700 }])
    const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations).toEqual([])
    expect(passes.length).toBeGreaterThan(5)
  })
})

describe('windows', () => {
  it('open beside each other, each with its own messages, and close alone', async () => {
    const [second] = await Promise.all([app.waitForEvent('window'), invoke('open')])
    await second.waitForSelector('body[data-ready]')
    const [one, two] = [await invoke('who'), await second.evaluate(() => globalThis.api.invoke('who'))] as {
      id: number
      url: string
    }[]
    expect(two?.url).toBe('app://bundle/index.html?second')
    expect(two?.id).not.toBe(one?.id)
    const window = await app.browserWindow(second)
    expect(await window.evaluate((it) => (it as unknown as { webContents: { id: number } }).webContents.id)).toBe(two?.id)
    await second.close()
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(await invoke('echo', 1)).toEqual([1])
  })

  it('opens the popup that the app allows, and no other', async () => {
    const [popup] = await Promise.all([
      app.waitForEvent('window'),
      page.evaluate(() => void window.open('/popup.html', 'popup', 'width=300,height=200')),
    ])
    await popup.waitForSelector('#popup')
    expect(await popup.evaluate(() => globalThis.api.invoke('who'))).toMatchObject({ url: 'app://bundle/popup.html' })
    await popup.close()
    await page.click('#blank')
    await expect.poll(log).toContain('open https://example.com/blank')
    await expect.poll(() => app.windows().length).toBe(1)
  })

  it('stays where it is when the app prevents a navigation', async () => {
    await page.click('#outside', { noWaitAfter: true })
    await expect.poll(log).toContain('will-navigate https://example.com/outside')
    await page.evaluate(() => location.assign('https://example.com/script'))
    await expect.poll(log).toContain('will-navigate https://example.com/script')
    expect(await invoke('who')).toMatchObject({ url: 'app://bundle/index.html' })
  })

  it('tells of a renderer that is gone', async () => {
    const [second] = await Promise.all([app.waitForEvent('window'), invoke('open')])
    await second.waitForSelector('body[data-ready]')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[1]?.webContents.forcefullyCrashRenderer())
    await expect.poll(log).toContain('gone crashed')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[1]?.destroy())
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('prints a hidden one to PDF, in the size of the style sheet, with header and footer', async () => {
    const footerTemplate =
      '<span style="font-size:9px">第<span class="pageNumber"></span>页共<span class="totalPages"></span>页</span>'
    const options = {
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate,
      generateTaggedPDF: true,
    }
    const bytes = await page.evaluate(
      async (wish) => [...((await globalThis.api.invoke('print', '', wish)) as Uint8Array)],
      options,
    )
    const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise
    const second = await pdf.getPage(2)
    const text = (await second.getTextContent()).items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      // Chromium's PDFs name some glyphs by their radical: ⻚ for 页, ⼆ for 二.
      .replaceAll('⻚', '页')
      .normalize('NFKC')
    expect(pdf.numPages).toBe(2)
    expect(((await pdf.getMarkInfo()) as unknown as Map<string, boolean>).get('Marked')).toBe(true)
    expect(second.view.map(Math.round)).toEqual([0, 0, 842, 595])
    expect(text).toBe('第二页第2页共2页')
  })
})

describe('where there is a display', () => {
  it('opens windows of the size that was asked for, without tabs and address bar', async () => {
    const folder = newFolder()
    // A Chromium that believes in a display: its windows are real, and nobody sees them.
    const browser = join(folder, 'chromium')
    writeFileSync(browser, `#!/bin/sh\nexec '${findChromium()}' --ozone-platform=headless "$@"\n`, { mode: 0o755 })
    const shown = await _electron.launch({
      executablePath: standInExecutable,
      args: [sampleApp, `--user-data-dir=${folder}`],
      env: { ...process.env, FOUR_ONES_HEADLESS: '', DISPLAY: ':0', CHROMIUM_PATH: browser },
    })
    const first = await shown.firstWindow()
    const measure = () => first.evaluate(() => [innerWidth, innerHeight, matchMedia('(display-mode: standalone)').matches])
    await expect.poll(measure, { timeout: 10_000 }).toEqual([1000, 700, true])
    await first.waitForSelector('body[data-ready]')
    await shown.close()
    rmSync(folder, { recursive: true, force: true })
  })
})

describe('the desktop', () => {
  it('answers dialogs as cancelled and says so, unless a test answers them', async () => {
    expect(await invoke('pick')).toEqual([])
    await expect.poll(() => said).toContain('dialog.showOpenDialog was answered as cancelled')
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['/tmp/名册.xlsx'] })
    })
    expect(await invoke('pick')).toEqual(['/tmp/名册.xlsx'])
  })

  it('notes what was to be shown, and has no keyring', async () => {
    expect(await invoke('shown')).toEqual(['', false, 'basic_text'])
    const calls = await app.evaluate(() => globalThis.electronStandIn.calls)
    expect(calls).toContainEqual({ api: 'shell.showItemInFolder', args: ['/tmp/台账.pdf'] })
    expect(calls).toContainEqual({ api: 'shell.openPath', args: ['/tmp/台账.pdf'] })
  })

  it('clicks menu items', async () => {
    await page.evaluate(() => {
      globalThis.api.on('menu', (greeting: string) => {
        document.title = greeting
      })
    })
    await app.evaluate(({ Menu, BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      Menu.getApplicationMenu()?.getMenuItemById('greet')?.click({}, window)
    })
    await expect.poll(() => page.title()).toBe('您好')
  })

  it('knows the app, its folders and its one instance', async () => {
    const known = await app.evaluate(({ app: electronApp, screen, powerMonitor }) => [
      electronApp.getName(),
      electronApp.getVersion(),
      electronApp.getPath('userData'),
      electronApp.getLocale(),
      electronApp.isPackaged,
      powerMonitor.getSystemIdleTime(),
      screen.getPrimaryDisplay().workAreaSize.width > 0,
    ])
    expect(known).toEqual(['样例', '1.2.3', userData, 'zh-CN', false, 0, true])
    const second = spawn(standInExecutable, [sampleApp, `--user-data-dir=${userData}`], { env, stdio: 'ignore' })
    expect(await once(second, 'exit')).toEqual([7, null])
    await expect.poll(log).toContain('second-instance sample')
  })
})

describe('what is missing', () => {
  it('refuses by name instead of doing nothing', async () => {
    expect(await refusal('flash')).toContain('BrowserWindow.flashFrame is not implemented')
    expect(await refusal('listen')).toContain("the event 'did-navigate' of webContents is not implemented")
    expect(await page.evaluate(() => [globalThis.api.sendSync(), globalThis.api.requireFs()])).toEqual([
      'electron stand-in: ipcRenderer.sendSync is not implemented in preload scripts',
      "electron stand-in: require('fs') is not implemented in preload scripts",
    ])
    const words = await app.evaluate(({ app: electronApp, net, BrowserWindow }) => {
      const attempts = [
        () => electronApp.importCertificate({} as never, () => {}),
        () => net.isOnline(),
        () => new BrowserWindow({ webPreferences: { nodeIntegration: true } }),
      ]
      return attempts.map((attempt) => {
        try {
          return String(attempt())
        } catch (error) {
          return (error as Error).message
        }
      })
    })
    expect(words.map((text) => text.replace(/ \(see.*/, ''))).toEqual([
      'electron stand-in: app.importCertificate is not implemented',
      'electron stand-in: net.isOnline is not implemented',
      "electron stand-in: the web preference 'nodeIntegration: true' is not implemented",
    ])
  })
})

describe('the end', () => {
  /** `electron <folder>` as npm scripts run it: the package's own command, which looks for its binary where it is told. */
  async function start() {
    const cli = createRequire(import.meta.url).resolve('electron/cli.js')
    const folder = newFolder()
    const command = spawn(process.execPath, [cli, sampleApp, `--user-data-dir=${folder}`], {
      env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: standInDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const exit = once(command, 'exit') as Promise<[number | null]>
    let errors = ''
    command.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    let pid = 0
    for await (const line of createInterface(command.stdout)) {
      pid = Number(/^ready (\d+)$/.exec(line)?.[1] ?? 0)
      if (pid > 0) break
    }
    return { pid, exit, errors: () => errors, clear: () => rmSync(folder, { recursive: true, force: true }) }
  }

  it('says once that it is not Electron, and leaves nothing when it is asked to go', async () => {
    const running = await start()
    expect(chromiumsOf(running.pid).length).toBeGreaterThan(0)
    process.kill(running.pid, 'SIGTERM')
    expect(await running.exit).toEqual([0, null])
    expect(running.errors().match(/this is not Electron but the development stand-in/g)).toHaveLength(1)
    expect([chromiumsOf(running.pid), profilesOf(running.pid)]).toEqual([[], []])
    running.clear()
  })

  it('takes Chromium along when it is killed', async () => {
    const running = await start()
    expect(chromiumsOf(running.pid).length).toBeGreaterThan(0)
    process.kill(running.pid, 'SIGKILL')
    await running.exit
    await expect.poll(() => chromiumsOf(running.pid), { timeout: 5000 }).toEqual([])
    running.clear()
  })
})
