import type { JobFamily, Way } from '../instrument.ts'

function plain(keys: Way['keys']): readonly [Way] {
  return [{ zh: '', en: '', keys }]
}

const massage = { A10: 1, A9: 1, A3: 2, A5: 2, D1: 2, D3: 2 }

/** Tolerances are a proposal to be edited with experience; they order suggestions and shut nobody out. */
export const jobFamilies: readonly JobFamily[] = [
  { code: 'J01', actions: ['a8'], ways: plain(massage), forBlind: true, note: '去实训基地学，要考证；看不看得见不影响', noteEn: 'Learnt at a training base, with a certificate; sight does not matter', training: ['T5'] },
  { code: 'J02', actions: ['a8'], ways: plain({ ...massage, B4: 1, C1: 2 }), forBlind: true, note: '要有盲人医疗按摩人员资格', noteEn: 'Needs the qualification for medical massage', training: ['T6'] },
  {
    code: 'J03', actions: ['a8'], note: '听不清的人做文字客服', noteEn: 'Deaf people work by text', training: ['T1'],
    ways: [
      { zh: '语音客服', en: 'By voice', keys: { A2: 1, D2: 1, C4: 1, B7: 2 } },
      { zh: '文字客服', en: 'By text', keys: { C1: 1, C2: 1, C4: 1 } },
    ],
  },
  { code: 'J04', actions: ['a8'], ways: plain({ A2: 0, A9: 1, A10: 1 }), note: '听力要好，先学徒', noteEn: 'Needs a good ear; starts as an apprentice', training: ['T1'] },
  {
    code: 'J05', actions: ['a4', 'a8'], note: '手语直播也行', noteEn: 'May be signed', training: ['T7'],
    ways: [
      { zh: '口播', en: 'Spoken', keys: { D2: 1, C4: 1, B4: 2, D3: 2 } },
      { zh: '手语直播', en: 'Signed', keys: { C4: 1, B4: 2, D3: 2 }, needsSign: true },
    ],
  },
  { code: 'J06', actions: ['a8'], ways: plain({ D2: 0, C1: 2, C4: 2 }), note: '用盲文或读屏备稿', noteEn: 'Scripts in Braille or by screen reader', training: ['T1'] },
  { code: 'J07', actions: ['a8'], ways: plain({ A2: 1, C4: 1, B4: 2 }), note: '要会用音乐软件', noteEn: 'Needs music software', training: ['T1'] },
  { code: 'J08', actions: ['a8'], ways: plain({ B4: 1, B5: 1, D2: 1, D3: 1 }), note: '要有相应资格', noteEn: 'Needs a qualification', training: ['T1'] },
  { code: 'J09', actions: ['a4'], ways: plain({ A1: 1, B2: 1, C4: 1, A5: 2 }), note: '可以在家做', noteEn: 'May be done at home', training: ['T1'] },
  { code: 'J10', actions: [], ways: plain({ C1: 1, C2: 1, C4: 1, D3: 2 }), note: '', noteEn: '', training: ['T1'] },
  { code: 'J11', actions: ['a4'], ways: plain({ A8: 1, A6: 1, A3: 1, C1: 2 }), note: '', noteEn: '', training: ['T1'] },
  { code: 'J12', actions: ['a3'], ways: plain({ A9: 1, B2: 2, B6: 2, A5: 2 }), note: '', noteEn: '', training: ['T1'] },
  { code: 'J13', actions: ['a6'], ways: plain({ A3: 2, A8: 2, A7: 2 }), note: '家里人一起做也算', noteEn: 'Work with the family counts', training: ['T4'] },
  { code: 'J14', actions: ['a6'], ways: plain({ A3: 2, A8: 2, B8: 1 }), note: '天天要按时', noteEn: 'Every day on time', training: ['T4'] },
  { code: 'J15', actions: ['a6'], ways: plain({ A9: 2, A10: 2, B2: 2, B6: 2 }), note: '', noteEn: '', training: ['T1'] },
  { code: 'J16', actions: ['a5'], ways: plain({ A6: 2, A3: 2, B8: 2, D1: 2 }), note: '', noteEn: '', training: ['T1'] },
  { code: 'J17', actions: ['a2'], ways: plain({ C3: 1, D3: 2, C4: 2 }), note: '可以帮办许可证', noteEn: 'We help with the licence', training: ['T3'] },
  { code: 'J18', actions: ['a5'], ways: plain({ A9: 3, B6: 3, D4: 2 }), note: '', noteEn: '', training: ['T8'] },
  { code: 'J19', actions: ['a6'], ways: plain({ D3: 2, C4: 2, D6: 3 }), note: '', noteEn: '', training: ['T4'] },
  { code: 'J20', actions: [], ways: plain({ B4: 1, C4: 0, B2: 1 }), note: '多见于高校毕业生', noteEn: 'Mostly graduates', training: ['T1'] },
]
