export const ledger = {
  title: '台账打印',
  rows: '共 {{count}} 行',
  empty: '这个期间没有记录，换个期间',
  unsent: '含未上报 {{count}} 条',
}
