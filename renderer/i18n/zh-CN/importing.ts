export const importing = {
  title: '名册导入',
  empty: '还没有导入过名册',
  lastImports: '最近的导入',
  file: '文件',
  added: '新增',
  updated: '更新',
  leftOut: '没有导入',
}
