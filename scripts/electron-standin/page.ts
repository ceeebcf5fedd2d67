import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { listen, openTarget, send, type Target } from './browser.ts'
import type { Json } from './cdp.ts'
import { toConsoleMessage, type ConsoleMessage } from './consoleMessages.ts'
import type { Deliver } from './ipc.ts'
import { inbox, outbox, preloadScripts, worldName } from './pageScripts.ts'
import { debug, say } from './recorded.ts'
import { answerRequest, type PausedRequest } from './requests.ts'
import { toInner, toOuter } from './schemes.ts'
import { colorScheme, followTheme } from './theme.ts'

/** One page of Chromium, as the stand-in drives it: the DevTools side of a webContents. */

export interface PageOptions {
  id: number
  /** A page that another page opened; without it a new one is opened. */
  target: Target | undefined
  width: number
  height: number
  hidden: boolean
  locale: string
  preload: string | undefined
  additionalArguments: readonly string[]
}

export interface PopupWish {
  url: string
  frameName: string
  features: string
}

export interface PageHooks {
  mayNavigate(url: string): boolean
  posted(text: string, deliver: Deliver): void
  popup(wish: PopupWish): void
  domReady(): void
  finished(): void
  said(message: ConsoleMessage): void
  crashed(): void
  /** The page asks to stay open; true lets it. */
  mayStay(): boolean
  gone(): void
}

export interface Page {
  readonly ready: Promise<void>
  targetId(): string | undefined
  url(): string
  isGone(): boolean
  cdp(method: string, params?: object): Promise<Json>
  navigate(url: string): Promise<void>
  reload(): Promise<void>
  deliver: Deliver
  /** Runs the page's beforeunload; false when the page stays. */
  close(): Promise<boolean>
  drop(): void
}

export function createPage(options: PageOptions, hooks: PageHooks): Page {
  let target: Target | undefined
  let url = ''
  let loader = ''
  let context = 0
  let gone = false
  let stayed: (() => void) | undefined
  let failLoad: ((error: Error) => void) | undefined
  let endLoad: (() => void) | undefined
  /** Documents that the app asked for, and those that the page itself wants to go to. */
  const loads: string[] = []
  const wishes: string[] = []
  /** A popup takes its window object over from the empty page that it begins with, where no preload can be put before the page. */
  let needsFreshWindow = options.target !== undefined && options.preload !== undefined
  const whenGone = Promise.withResolvers<boolean>()

  const cdp = (method: string, params?: object) =>
    target && !gone ? send(method, params, target.sessionId) : Promise.reject(new Error(`${method}: the page is gone`))
  const quietly = (method: string, params?: object) => void cdp(method, params).catch((error: unknown) => debug(error))
  const unfollow = followTheme(() => quietly('Emulation.setEmulatedMedia', colorScheme()))

  async function open(): Promise<void> {
    target = options.target ?? (await openTarget(options))
    if (gone) {
      await send('Target.closeTarget', { targetId: target.targetId })
      throw new Error('Object has been destroyed')
    }
    listen(target.sessionId, onEvent)
    await Promise.all([
      cdp('Page.enable'),
      cdp('Page.setLifecycleEventsEnabled', { enabled: true }),
      cdp('Runtime.enable'),
      cdp('Log.enable'),
      cdp('Inspector.enable'),
      cdp('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      cdp('Runtime.addBinding', { name: outbox, executionContextName: worldName }),
      cdp('Emulation.setFocusEmulationEnabled', { enabled: true }),
      cdp('Emulation.setLocaleOverride', { locale: options.locale }).catch((error: unknown) => debug(error)),
      cdp('Emulation.setEmulatedMedia', colorScheme()),
      ...(needsFreshWindow ? [] : installPreload()),
      cdp('Runtime.runIfWaitingForDebugger'),
    ])
  }

  function installPreload(): Promise<Json>[] {
    if (!options.preload) return []
    const scripts = preloadScripts(options.preload, readPreload(options.preload), options.additionalArguments)
    return scripts.map((script) => cdp('Page.addScriptToEvaluateOnNewDocument', script))
  }

  function onEvent(method: string, params: Json): void {
    const handle = events[method]
    if (handle) handle(params)
    const message = toConsoleMessage(method, params)
    if (message) hooks.said(message)
  }

  const isOwnFrame = (frameId: unknown) => frameId === target?.targetId

  const events: Record<string, (params: Json) => void> = {
    'Fetch.requestPaused': (params) => void onRequest(params as unknown as PausedRequest).catch((error: unknown) => debug(error)),
    'Runtime.executionContextCreated': (params) => {
      const created = params['context'] as { id: number; name: string; auxData: { frameId: string } }
      if (created.name === worldName && isOwnFrame(created.auxData.frameId)) context = created.id
    },
    'Runtime.executionContextDestroyed': (params) => {
      if (params['executionContextId'] === context) context = 0
    },
    'Runtime.executionContextsCleared': () => {
      context = 0
    },
    'Runtime.bindingCalled': (params) => {
      const from = params['executionContextId'] as number
      if (params['name'] === outbox && from === context)
        hooks.posted(params['payload'] as string, (...message) => deliverTo(from, ...message))
    },
    'Page.frameNavigated': (params) => {
      const frame = params['frame'] as { parentId?: string; url: string; urlFragment?: string; loaderId: string }
      if (frame.parentId) return
      url = isStartPage(frame.url) ? '' : toOuter(frame.url + (frame.urlFragment ?? ''))
      loader = frame.loaderId
    },
    'Page.frameRequestedNavigation': (params) => {
      if (isOwnFrame(params['frameId']) && params['disposition'] === 'currentTab')
        wishes.push(withoutHash(toOuter(params['url'] as string)))
    },
    'Page.navigatedWithinDocument': (params) => {
      if (isOwnFrame(params['frameId'])) url = toOuter(params['url'] as string)
    },
    'Page.lifecycleEvent': (params) => {
      if (!isOwnFrame(params['frameId']) || params['loaderId'] !== loader || url === '') return
      if (params['name'] === 'DOMContentLoaded') hooks.domReady()
      if (params['name'] !== 'load') return
      endLoad?.()
      hooks.finished()
    },
    'Page.windowOpen': (params) => {
      const features = (params['windowFeatures'] as string[] | undefined) ?? []
      hooks.popup({
        url: toOuter(params['url'] as string),
        frameName: (params['windowName'] as string | undefined) ?? '',
        features: features.join(','),
      })
    },
    'Page.javascriptDialogOpening': (params) => {
      const isUnload = params['type'] === 'beforeunload'
      const stays = isUnload && hooks.mayStay()
      if (!isUnload) say(`the page called ${String(params['type'])}(); it was dismissed`)
      void cdp('Page.handleJavaScriptDialog', { accept: isUnload && !stays })
        .catch((error: unknown) => debug(error))
        .then(() => stays && stayed?.())
    },
    'Inspector.targetCrashed': () => {
      context = 0
      hooks.crashed()
    },
    detached: () => drop(),
  }

  async function onRequest(paused: PausedRequest): Promise<void> {
    const isMainFrame = paused.resourceType === 'Document' && isOwnFrame(paused.frameId)
    if (isMainFrame && !paused.redirectedRequestId && !mayLoad(toOuter(paused.request.url))) {
      return quietly('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' })
    }
    if (isMainFrame && needsFreshWindow) {
      needsFreshWindow = false
      await cdp('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' })
      await cdp('Page.navigate', { url: startPage })
      await Promise.all(installPreload())
      return navigate(toOuter(paused.request.url))
    }
    await answerRequest(paused, { isMainFrame, webContentsId: options.id }, cdp)
  }

  /**
   * As in Electron, will-navigate is for what the page does: not for loads by the app, nor for a reload by a test tool. The page tells of
   * its wish before it sends the request for it.
   */
  function mayLoad(document: string): boolean {
    return took(loads, document) || !took(wishes, document) || hooks.mayNavigate(document)
  }

  async function navigate(address: string): Promise<void> {
    await ready
    loads.push(withoutHash(toOuter(toInner(address))))
    const loaded = new Promise<void>((resolve, reject) => {
      endLoad = resolve
      failLoad = reject
    })
    loaded.catch(() => {})
    const { errorText, loaderId } = await cdp('Page.navigate', { url: toInner(address) })
    if (errorText) throw new Error(`${String(errorText).replace('net::', '')} loading '${address}'`)
    if (loaderId) await loaded
  }

  function deliverTo(executionContextId: number, ...message: Parameters<Deliver>): void {
    if (executionContextId === 0) return debug('dropped: no preload runs in this page', message[0], message[1])
    quietly('Runtime.callFunctionOn', {
      executionContextId,
      functionDeclaration: `function (kind, key, text) { ${inbox}(kind, key, text) }`,
      arguments: message.map((value) => ({ value })),
      silent: true,
    })
  }

  async function close(): Promise<boolean> {
    await ready.catch(() => {})
    if (gone) return true
    const stays = new Promise<boolean>((resolve) => {
      stayed = () => resolve(false)
    })
    quietly('Page.close')
    return Promise.race([whenGone.promise, stays])
  }

  function drop(): void {
    if (gone) return
    if (target) void send('Target.closeTarget', { targetId: target.targetId }).catch(() => {})
    gone = true
    unfollow()
    failLoad?.(new Error('The page was closed while it was loading'))
    whenGone.resolve(true)
    hooks.gone()
  }

  const ready = open()
  ready.catch((error: unknown) => gone || console.error(error))

  return {
    ready,
    targetId: () => target?.targetId,
    url: () => url,
    isGone: () => gone,
    cdp: async (method, params) => {
      await ready
      return cdp(method, params)
    },
    navigate,
    reload: async () => {
      await ready
      loads.push(withoutHash(url))
      await cdp('Page.reload')
    },
    deliver: (...message) => deliverTo(context, ...message),
    close,
    drop,
  }
}

function readPreload(file: string): string {
  if (!isAbsolute(file)) throw new Error(`preload script must have absolute path: ${file}`)
  return readFileSync(file, 'utf8')
}

function withoutHash(url: string): string {
  return url.replace(/#.*/, '')
}

function took(list: string[], item: string): boolean {
  const at = list.indexOf(item)
  if (at >= 0) list.splice(at, 1)
  return at >= 0
}

const startPage = 'data:text/html,<!---->'

/** What a window shows before the app has loaded anything into it. */
function isStartPage(url: string): boolean {
  return url === 'about:blank' || url.startsWith('data:text/html,<!--')
}
