/** What app and its windows must know of each other, held apart so that neither imports the other. */
interface OpenWindow {
  askToClose(): Promise<void>
  isDestroyed(): boolean
}

export const lifecycle = {
  ready: false,
  windows: new Map<number, OpenWindow>(),
  appName: (): string => '',
  locale: (): string => '',
  windowClosed: (): void => {},
}
