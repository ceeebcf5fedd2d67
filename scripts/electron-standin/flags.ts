const features = [
  'AimEnabled',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'IsolateSandboxedIframes',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PreconnectToSearch',
  'Translate',
]

/** Switches of the app that would break the stand-in's own hold on Chromium. */
const ours = new Set([
  'user-data-dir',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'headless',
  'no-sandbox',
  'host-resolver-rules',
])

export interface FlagWishes {
  profile: string
  locale: string
  headless: boolean
  /** What the app added with app.commandLine.appendSwitch. */
  switches: ReadonlyMap<string, string>
}

export function chromiumFlags({ profile, locale, headless, switches }: FlagWishes): string[] {
  const disabled = [...features, ...(switches.get('disable-features')?.split(',') ?? [])]
  const fromApp = [...switches].filter(([name]) => !ours.has(name) && name !== 'disable-features' && name !== 'lang')
  return [
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--no-startup-window',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--disable-breakpad',
    '--metrics-recording-only',
    '--disable-search-engine-choice-screen',
    '--disable-infobars',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-quic',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--force-color-profile=srgb',
    // A page in a hidden or covered window goes on working, as in Electron with a window of its own.
    '--disable-back-forward-cache',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-popup-blocking',
    `--disable-features=${disabled.join(',')}`,
    // The page has no network: requests are stopped one by one, and what no interceptor sees (sockets, service workers) finds no host.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    `--lang=${locale}`,
    `--accept-lang=${locale}`,
    ...(headless ? ['--headless=new'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...fromApp.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
  ]
}
