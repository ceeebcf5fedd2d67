import { act, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noticeOf, signedStatement } from '../../domain/consent/index.ts'
import { App } from '../../renderer/App.tsx'
import { useBack } from '../../renderer/features/handover/back.ts'
import { drawOn, withDrawing } from './drawing.ts'
import { createFakeBridge, refuse, rightPassword, succeed } from './fakeBridge.ts'
import type { FakeOptions } from './fakeBridge.ts'
import { clientView, handOverHandlers } from './handOverSample.ts'
import { personId } from './recordsBridge.ts'

configure({ defaultHidden: true, asyncUtilTimeout: 15_000 })
beforeEach(() => {
  withDrawing()
  useBack.setState({ path: null })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function open(view: Parameters<typeof handOverHandlers>[0] = {}, options: FakeOptions = {}) {
  window.location.hash = `#/person/${personId}/3`
  const bridge = createFakeBridge({ ...options, handlers: { ...handOverHandlers(view), ...options.handlers } })
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
  const page = await act(async () => render(<App bridge={bridge} />))
  return { bridge, user, ...page }
}

async function handed(view: Parameters<typeof handOverHandlers>[0] = {}, options: FakeOptions = {}) {
  const opened = await open(view, options)
  await opened.user.click(await screen.findByRole('button', { name: '给本人看' }))
  await screen.findByRole('heading', { name: '给王淑芬看' })
  await opened.user.click(await screen.findByRole('button', { name: '把屏幕交给本人' }))
  await screen.findByRole('button', { name: '还给指导员' })
  return opened
}

const next = (name: RegExp) => screen.getByRole('button', { name })
const draw = () => act(() => drawOn(screen.getByRole('img', { name: /签名的地方/ })))

describe('before the screen is handed over', () => {
  it('the counsellor chooses what to show; what is usually due is chosen, photographs and bank are not', async () => {
    const { bridge, user } = await open()
    await user.click(await screen.findByRole('button', { name: '给本人看' }))
    await screen.findByRole('heading', { name: '给王淑芬看' })
    const chosen = () => screen.getAllByRole('checkbox').filter((box) => (box as HTMLInputElement).checked).map((box) => (box as HTMLInputElement).value)
    await waitFor(() => expect(chosen()).toEqual(['file', 'ASSESSMENT', 'SHARE_EMPLOYER', 'said', 'sign']))
    await user.click(screen.getByRole('checkbox', { name: /拍照/ }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(bridge.callsOf('handOver.begin')).toHaveLength(1))
    expect(bridge.callsOf('handOver.begin')[0]).toEqual({
      personId, cycleYear: '2026', matters: ['file', 'ASSESSMENT', 'SHARE_EMPLOYER', 'PHOTO', 'said', 'sign'], paperLocation: '走访文件夹',
    })
  })

  it('what was agreed before is not asked again unless it is ticked', async () => {
    const { user } = await open({ consents: clientView.consents.map((consent) => (consent.purpose === 'ASSESSMENT' ? { ...consent, state: 'given', on: '2026-03-02' } : consent)) })
    await user.click(await screen.findByRole('button', { name: '给本人看' }))
    const box = await screen.findByRole('checkbox', { name: /做职业能力评估.*2026-03-02 同意的/ })
    expect(box).not.toBeChecked()
  })

  it('a supervisor, who only reads, has no such button', async () => {
    await open({}, { role: 'supervisor' })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByRole('button', { name: '给本人看' })).not.toBeInTheDocument()
  })
})

it('the settings say whether this computer can read aloud, and what to do when not', async () => {
  window.location.hash = '#/settings'
  await act(async () => render(<App bridge={createFakeBridge()} />))
  expect(await screen.findByText(/这台电脑没有中文的声音/)).toBeInTheDocument()
})

describe('in the hands of the client', () => {
  it('nothing of the frame is there, and its keys do nothing', async () => {
    const { user } = await handed()
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument()
    await user.keyboard('{Control>}k{/Control}')
    await user.keyboard('{Control>}{Home}{/Control}')
    await user.keyboard('{F6}')
    await act(async () => {
      window.location.hash = '#/caseload'
      window.dispatchEvent(new HashChangeEvent('hashchange'))
      await Promise.resolve()
    })
    expect(screen.queryByRole('grid')).not.toBeInTheDocument()
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument()
    expect(screen.getByRole('heading', { level: 1, name: '我们这里记着您的这些，对不对？' })).toBeInTheDocument()
  })

  it('goes through the matters one a page: what is known, consents one by one, what was said, the signature', async () => {
    const { bridge, user } = await handed()
    expect(screen.getByText('第 1 件，共 5 件')).toBeInTheDocument()
    expect(screen.getByText('210199********2167')).toBeInTheDocument()
    expect(next(/看好了/)).toBeDisabled()
    await user.click(screen.getByRole('radio', { name: '有不对的' }))
    await user.click(next(/看好了/))
    const assessment = noticeOf('ASSESSMENT')
    expect(await screen.findByRole('heading', { level: 1, name: assessment.question })).toHaveFocus()
    expect(screen.getByText(assessment.rows.takeBack.replace('{who}', '林芳'))).toBeInTheDocument()
    expect(next(/定了/)).toHaveAccessibleDescription('选好、签好，才能点')
    expect(screen.getAllByRole('radio').every((radio) => !(radio as HTMLInputElement).checked)).toBe(true)
    await user.click(screen.getByRole('radio', { name: '同意' }))
    expect(next(/定了/)).toBeDisabled()
    draw()
    await user.click(next(/定了/))
    const share = noticeOf('SHARE_EMPLOYER')
    await screen.findByRole('heading', { level: 1, name: share.question })
    expect(bridge.callsOf('handOver.decide')[0]).toMatchObject({
      personId, purpose: 'ASSESSMENT', decision: 'GIVEN', textVersion: assessment.version, givenBy: 'SELF', guardianName: null, proof: { type: 'image/png' },
    })
    await user.click(screen.getByRole('radio', { name: '不同意' }))
    expect(screen.getByText(/不同意也行/)).toBeInTheDocument()
    await user.click(next(/定了/))
    await screen.findByRole('heading', { level: 1, name: '您今天说的，我们这样记的' })
    expect(bridge.callsOf('handOver.decide')[1]).toMatchObject({ purpose: 'SHARE_EMPLOYER', decision: 'DECLINED', proof: null })
    expect(screen.getByText('一个月 2,000 元起')).toBeInTheDocument()
    expect(screen.getByText('学手艺').nextElementSibling).toHaveTextContent('不想')
    expect(screen.getByText('2026年12月1日')).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: '都对' }))
    await user.click(next(/看好了/))
    await screen.findByRole('heading', { level: 1, name: '对的话，签上名字' })
    expect(screen.getByText(signedStatement.lines[0])).toBeInTheDocument()
    draw()
    await user.click(next(/签好了/))
    await screen.findByRole('heading', { level: 1, name: '都看完了' })
    expect(bridge.callsOf('handOver.sign')[0]).toMatchObject({ personId, givenBy: 'SELF', proof: { type: 'image/png' } })
  })

  it('says what is not known, so that the person can tell it', async () => {
    const { phone: _phone, ...file } = clientView.file
    await handed({ file })
    expect(screen.getByText('电话').nextElementSibling).toHaveTextContent('还没记')
  })

  it('locks when nobody touches it for the set time, and nothing is left of it on the lock screen', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    const { bridge } = await handed()
    act(() => {
      vi.advanceTimersByTime(11 * 60_000)
    })
    vi.useRealTimers()
    await waitFor(() => expect(bridge.callsOf('session.lock')).toHaveLength(1))
    expect(await screen.findByLabelText(/^密码/)).toBeInTheDocument()
    expect(document.body).not.toHaveTextContent('王淑芬')
  })

  it('goes on where it was when the page is loaded anew, and locks by its key', async () => {
    const { bridge, user, unmount } = await handed()
    await user.click(screen.getByRole('radio', { name: '都对' }))
    await user.click(next(/看好了/))
    await screen.findByRole('heading', { level: 1, name: noticeOf('ASSESSMENT').question })
    unmount()
    await act(async () => render(<App bridge={bridge} />))
    expect(await screen.findByRole('heading', { level: 1, name: noticeOf('ASSESSMENT').question })).toBeInTheDocument()
    await user.keyboard('{Control>}l{/Control}')
    await waitFor(() => expect(bridge.callsOf('session.lock')).toHaveLength(1))
  })

  it('leads back only by the password, and then shows what came of it', async () => {
    const { bridge, user } = await handed({}, { handlers: { 'papers.savePdf': () => succeed({ fileName: '本人信息副本-20261123.pdf', pages: 4 }) } })
    await user.click(screen.getByRole('radio', { name: '有不对的' }))
    await user.click(next(/看好了/))
    await user.click(await screen.findByRole('button', { name: '今天先不定' }))
    await user.click(await screen.findByRole('button', { name: '还给指导员' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText('林芳的密码'), '猜一个{Enter}')
    expect(await within(dialog).findByText(/密码不对/)).toBeInTheDocument()
    await user.type(within(dialog).getByLabelText('林芳的密码'), `${rightPassword}{Enter}`)
    expect(await screen.findByRole('heading', { name: '王淑芬看完了' })).toBeInTheDocument()
    expect(screen.getByText('本人说有不对的，请问清楚再改')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '本人信息副本，存为 PDF' }))
    expect(await screen.findByText('存好了：本人信息副本-20261123.pdf，4 页')).toBeInTheDocument()
    expect(bridge.callsOf('papers.savePdf')).toEqual([{ paper: 'ownCopy', args: { personId, large: true } }])
    await user.click(screen.getByRole('button', { name: /接着办/ }))
    await waitFor(() => expect(window.location.hash).toBe(`#/person/${personId}/3`))
  })

  it('waits after wrong passwords and says how long', async () => {
    const { bridge, user } = await handed({}, { handlers: { 'handOver.leave': () => refuse('连着输错了几次，请等 30 秒再试。资料都在', { code: 'wait' }) } })
    bridge.session = { ...bridge.session, waitSeconds: 30 }
    await user.click(screen.getByRole('button', { name: '还给指导员' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText('林芳的密码'), '猜一个{Enter}')
    expect(await within(dialog).findByRole('timer')).toHaveTextContent('30')
    expect(within(dialog).getByRole('button', { name: '收回屏幕' })).toBeDisabled()
  })

  it('says a matter another way, and reads it aloud where there is a voice on this computer', async () => {
    const said: string[] = []
    vi.stubGlobal('SpeechSynthesisUtterance', class {
      text: string
      constructor(text: string) {
        this.text = text
      }
    })
    const speechSynthesis = {
      getVoices: () => [{ lang: 'zh-CN', localService: true, name: 'far' }],
      speak: ({ text }: { text: string }) => said.push(text), cancel: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined,
    }
    vi.stubGlobal('speechSynthesis', speechSynthesis)
    const { user } = await handed()
    await user.click(screen.getByRole('button', { name: '看不懂' }))
    expect(screen.getByText('不对的，跟林芳说，他来改。')).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: '都对' }))
    await user.click(next(/看好了/))
    const notice = noticeOf('ASSESSMENT')
    await user.click(await screen.findByRole('button', { name: '看不懂' }))
    expect(screen.getByText(notice.plain[0] as string)).toBeInTheDocument()
    expect(screen.queryByText(notice.rows.why)).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '读给我听' }))
    expect(said).toEqual([...notice.plain])
    await user.click(screen.getByRole('button', { name: '看原来的话' }))
    expect(screen.getByText(notice.rows.why)).toBeInTheDocument()
  })

  it('offers no reading where the only voice is far away or foreign', async () => {
    vi.stubGlobal('speechSynthesis', {
      getVoices: () => [{ lang: 'zh-CN', localService: false }, { lang: 'en-US', localService: true }], cancel: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined,
    })
    await handed()
    expect(screen.queryByRole('button', { name: '读给我听' })).not.toBeInTheDocument()
  })

  it('lets a guardian sign where the file says that one decides', async () => {
    const { bridge, user } = await handed({ needsGuardian: true, guardianName: '王大山' })
    await user.click(screen.getByRole('button', { name: '今天先不定' }))
    await user.click(await screen.findByRole('radio', { name: '同意' }))
    const name = screen.getByLabelText(/监护人的名字/)
    expect(name).toHaveValue('王大山')
    await user.clear(name)
    draw()
    expect(next(/定了/)).toHaveAccessibleDescription('写上监护人的名字，才能点')
    await user.type(name, '王小山')
    await user.click(next(/定了/))
    await waitFor(() => expect(bridge.callsOf('handOver.decide')[0]).toMatchObject({ givenBy: 'GUARDIAN', guardianName: '王小山' }))
  })

  it('can be signed on paper by keyboard alone', async () => {
    const { bridge, user } = await handed()
    await user.click(screen.getByRole('button', { name: '今天先不定' }))
    const yes = await screen.findByRole('radio', { name: '同意' })
    yes.focus()
    await user.keyboard(' ')
    screen.getByRole('button', { name: /签在纸上/ }).focus()
    await user.keyboard('{Enter}')
    expect(await screen.findByText('好，签在纸上。签完交给指导员。')).toBeInTheDocument()
    next(/定了/).focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(bridge.callsOf('handOver.decide')[0]).toMatchObject({ decision: 'GIVEN', proof: 'paper' }))
  })

  it('stays on the page when it could not be written, with the reason', async () => {
    const { user } = await handed({}, { handlers: { 'handOver.remark': () => refuse('磁盘满了，这一件还没记下') } })
    await user.click(screen.getByRole('radio', { name: '都对' }))
    await user.click(next(/看好了/))
    expect(await screen.findByText('磁盘满了，这一件还没记下')).toBeInTheDocument()
    expect(screen.getByText('第 1 件，共 5 件')).toBeInTheDocument()
  })

  it('passes axe on every page', async () => {
    const { container, user } = await handed()
    const faults = async () => (await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations.map(({ id }) => id)
    expect(await faults()).toEqual([])
    for (let i = 0; i < 5; i += 1) {
      await user.click(screen.getByRole('button', { name: '今天先不定' }))
      expect(await faults()).toEqual([])
    }
  })
})
