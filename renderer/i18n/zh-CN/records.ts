export const records = {
  notDone: '还没做',
  dueUntil: '期限 {{date}}',
  version: '第 {{count}} 版',
}
