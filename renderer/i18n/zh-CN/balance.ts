export const balance = {
  title: '对账单',
  written: '写下',
  received: '县里已收到',
  unsent: '还没发出',
  contested: '待核实',
  refused: '被退回',
  day: '日期',
  empty: '还没有写过',
  reading: '正在数这台电脑上写下的',
}
