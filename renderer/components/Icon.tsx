/** Our own line icons on a 16 by 16 grid. They never stand alone: a word goes with them, so they are hidden from screen readers. */
const shapes = {
  today: <><rect x="2.5" y="3" width="11" height="10.5" rx="1.5" /><path d="M2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" /></>,
  people: <><circle cx="6" cy="5" r="2.5" /><path d="M1.5 13.5c0-2.6 2-4.2 4.5-4.2s4.5 1.6 4.5 4.2M10.5 2.8a2.5 2.5 0 0 1 0 4.4M12 9.6c1.6.6 2.5 2 2.5 3.9" /></>,
  route: <><path d="M8 14s4.5-4 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 10 8 14 8 14Z" /><circle cx="8" cy="6.5" r="1.6" /></>,
  ask: <><circle cx="8" cy="8" r="6" /><path d="M6.2 6.2a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.3M8 11.3v.1" /></>,
  import: <path d="M8 2v7.5M5 7l3 3 3-3M2.5 10.5v3h11v-3" />,
  print: <><path d="M4.5 6V2.5h7V6M4.5 11.5h-2v-5h11v5h-2" /><rect x="4.5" y="9.5" width="7" height="4.5" /></>,
  chart: <path d="M2.5 13.5h11M4.5 13.5V9M8 13.5V4M11.5 13.5V7" />,
  balance: <path d="M3 6h10M3 10h10" />,
  gear: <><circle cx="8" cy="8" r="2.2" /><path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4" /></>,
  search: <><circle cx="7" cy="7" r="4.5" /><path d="m10.5 10.5 3.5 3.5" /></>,
  check: <path d="m3 8.5 3.5 3.5L13 5" />,
  received: <><circle cx="8" cy="8" r="6" /><path d="m5.2 8.2 2 2 3.6-4" /></>,
  open: <circle cx="8" cy="8" r="5.5" />,
  dashed: <circle cx="8" cy="8" r="5.5" strokeDasharray="2 2.3" />,
  pencil: <path d="M10.8 2.8 13.2 5.2 5.5 13l-3 .6.6-3Z" />,
  alert: <><circle cx="8" cy="8" r="6" /><path d="M8 4.8v3.8M8 11v.1" /></>,
  warning: <><path d="M8 2.5 14 13H2Z" /><path d="M8 6.5v3M8 11.2v.1" /></>,
  info: <><circle cx="8" cy="8" r="6" /><path d="M8 7.3V11M8 5v.1" /></>,
  laptop: <><rect x="3" y="3" width="10" height="7" rx="1" /><path d="M1.5 12.5h13" /></>,
  sending: <path d="M8 13V3.5M4.5 7 8 3.5 11.5 7" />,
  returned: <path d="M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H7.5" />,
  aid: <><circle cx="8" cy="8" r="6" /><path d="M8 5v6M5 8h6" /></>,
  reviewed: <><path d="M3.5 2.5h9v11h-9ZM5.5 5.5h5" /><path d="m5.500 9.500 1.800 1.800 3.200-3.300" /></>,
  clock: <><circle cx="8" cy="8" r="6" /><path d="M8 4.500V8l2.5 1.5" /></>,
  lock: <><rect x="3.5" y="7" width="9" height="6.5" rx="1" /><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" /></>,
  eye: <><path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8Z" /><circle cx="8" cy="8" r="1.8" /></>,
  eyeOff: <><path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8Z" /><path d="M3 13 13 3" /></>,
  left: <path d="M10 3.5 5.5 8l4.5 4.5" />,
  right: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  up: <path d="M8 13V3M4.5 6.5 8 3l3.5 3.5" />,
  down: <path d="M8 3v10M4.5 9.5 8 13l3.5-3.5" />,
  chevron: <path d="m3.5 6 4.5 4.500L12.5 6" />,
  offline: <path d="M2 2l12 12M3.5 7.2A6.5 6.5 0 0 1 6 5.600M8 4.900c1.9 0 3.5.8 4.7 2M6 10a3 3 0 0 1 4 0M8 12.600v.1" />,
  linked: <path d="M3.5 7.200a6.5 6.5 0 0 1 9 0M6 10a3 3 0 0 1 4 0M8 12.600v.1" />,
  menu: <path d="M2.5 4.500h11M2.5 8h11M2.5 11.500h11" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  sort: <path d="M4.5 3v10M2.5 11l2 2 2-2M9 4h5M9 8h4M9 12h3" />,
  twins: <><circle cx="5" cy="5.5" r="2.2" /><circle cx="11" cy="5.5" r="2.2" /><path d="M1.500 13c0-2.400 1.500-3.800 3.500-3.800s3.500 1.400 3.500 3.800M8.500 10.200c.6-.6 1.500-1 2.500-1 2 0 3.500 1.400 3.500 3.800" /></>,
  speak: <path d="M2.5 6v4H5l3.5 3V3L5 6ZM11 5.8a3 3 0 0 1 0 4.4M12.8 4a5.5 5.5 0 0 1 0 8" />,
  keys: <><rect x="1.5" y="4" width="13" height="8.5" rx="1.2" /><path d="M4 7h.1M7 7h.1M10 7h.1M12.5 7h.1M5 10h6" /></>,
} as const

export type IconName = keyof typeof shapes

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  )
}
