export const asAt = {
  open: '看某一天的样子',
  title: '看哪一天的样子？',
  day: '哪一天',
  look: '看',
  bar: '这是 {{date}} 当天结束时的档案，只能看',
  rule: '县里收到过的，从收到那天算；还没收到的，从写下那天算',
  back: '回到今天',
  nothing: '{{date}} 那天，档案里还没有这个人。最早从 {{since}} 起有',
  noRecord: '那天还没有',
  reading: '正在翻那一天的档案',
}
