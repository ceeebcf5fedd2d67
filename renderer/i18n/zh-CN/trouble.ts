export const trouble = {
  damaged: {
    title: '这台电脑上的记录读不出来',
    fallback: '记录文件坏了。发到县里的都还在县里。',
    safe: '文件还留在原处，没有动它，也没有另建空的。',
    todo: '先别重装，也别删文件夹。请县办公室用备份或县里的记录修复。',
  },
  newerFile: {
    title: '这些记录是更新的版本写的',
    fallback: '记录文件比这个程序新。',
    safe: '记录都好好的，这个程序没有动它。',
    todo: '请装上新版本的四个一，再打开。',
  },
  folderReadOnly: {
    title: '存记录的文件夹不让写',
    fallback: '现在写不进去，填了也存不上，所以没有打开。',
    safe: '原来的记录都在。',
    todo: '请检查文件夹是不是只读，U 盘有没有写保护，然后再试。',
  },
  diskFull: {
    title: '磁盘满了',
    fallback: '磁盘满了，再写就存不上。',
    safe: '已经存上的都在。',
    todo: '先别关，腾出 200 兆，再按“再试一次”。',
  },
  safeTitle: '什么是安全的',
  todoTitle: '现在怎么办',
}
