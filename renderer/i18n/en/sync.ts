import type { sync as zh } from '../zh-CN/sync.ts'
import type { SameShape } from '../shape.ts'

export const sync: SameShape<typeof zh> = {
  unsent: '{{count}} not sent yet',
  allSent: 'All sent to the county',
  nothingWritten: 'Nothing to send',
  notEnrolled: 'Not connected to the county',
  offline: 'No network',
  sending: 'Sending',
  receiving: 'Receiving',
  idle: 'Connected',
  waiting: 'Waiting to try again',
  lastContact: 'Last contact {{when}}',
  countyAddress: 'Address of the county',
  notEnrolledHint: 'Not connected to the county yet. You can work as usual; all is kept on this computer',
  server: 'Address',
  scope: 'Scope',
}
