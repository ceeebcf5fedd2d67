/** Days of the year that people who do this work must not miss, as data of the plan. */

/** A month and a day, or the nth weekday of a month (0: Sunday). */
export type CalendarDay = `${number}-${number}` | { readonly month: number; readonly nth: number; readonly weekday: number }

export interface CalendarEntry {
  readonly id: string
  readonly from: CalendarDay
  /** The last day; earlier in the year than `from`: of the next year. Absent: the day itself. */
  readonly until?: CalendarDay
  /** So many days before it is put in sight. */
  readonly leadDays: number
  readonly zh: string
  readonly en: string
  /** What is to be done. */
  readonly doZh: string
  readonly doEn: string
}

/** Where the day is set anew each year by the province or the county (援助月, 动态更新), the usual season stands here and the text says so. */
export const defaultCalendar: readonly CalendarEntry[] = [
  {
    id: 'aidMonth', from: '01-01', until: '02-28', leadDays: 14,
    zh: '就业援助月', en: 'Employment aid month',
    doZh: '日期看当年的通知，多在一二月。先把就业困难的人排好，安排走访和招聘会',
    doEn: 'The days are set each year, mostly in January and February. Plan visits and job fairs for those in hardship',
  },
  {
    id: 'disabilityDay', from: { month: 5, nth: 3, weekday: 0 }, leadDays: 21,
    zh: '全国助残日', en: 'National day of helping disabled people',
    doZh: '五月第三个星期日。招聘会、政策宣传、助残活动提前定下来',
    doEn: 'Third Sunday of May. Settle job fairs and events ahead',
  },
  {
    id: 'graduates', from: '06-01', until: '07-31', leadDays: 21,
    zh: '高校毕业生离校', en: 'Graduates leave school',
    doZh: '把今年的残疾毕业生找齐，一人一策开起来',
    doEn: 'Find all disabled graduates of the year and open a plan for each',
  },
  {
    id: 'dynamicUpdate', from: '07-01', until: '10-31', leadDays: 7,
    zh: '基本状况动态更新', en: 'Yearly survey',
    doZh: '日期看当年的通知，多在夏秋。走访时顺手把档案核一遍',
    doEn: 'The days are set each year, mostly in summer and autumn. Check files on the way',
  },
  {
    id: 'graduateSnapshot', from: '08-31', leadDays: 21,
    zh: '毕业生就业统计截止', en: 'Count of graduates',
    doZh: '8 月 31 日的就业状况要上报，没联系上的先联系',
    doEn: 'The state of 31 August is reported; reach those not reached yet',
  },
  {
    id: 'intlDay', from: '12-03', leadDays: 14,
    zh: '国际残疾人日', en: 'International day of disabled people',
    doZh: '12 月 3 日。活动和宣传提前定下来',
    doEn: '3 December. Settle events ahead',
  },
  {
    id: 'annualReport', from: '12-15', until: '01-15', leadDays: 0,
    zh: '报市残工委的年度总结', en: 'Annual report to the city',
    doZh: '落实情况、工作成效、经验做法、存在问题，数字从进度与指标里取',
    doEn: 'What was done, results, practice, problems; figures from the indicators',
  },
  {
    id: 'yearEnd', from: '12-31', leadDays: 30,
    zh: '今年的四个一年底截止', en: 'The four ones of this year end',
    doZh: '还没做完的人按村排进走访安排',
    doEn: 'Plan visits for everybody not done yet',
  },
]
