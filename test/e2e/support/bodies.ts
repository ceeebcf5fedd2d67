/** Records of one case as the forms would hand them in, for any test that needs whole ones. What the app fills in by itself is left out. */

type Body = Record<string, unknown>

const paper = (day: string) => ({ date: day, textVersion: '2026-1', givenBy: 'SELF', paperLocation: '县残联档案柜 3-12' })

export function infoCheckBody(day: string): Body {
  return {
    checkedOn: day, method: 'HOME_VISIT', respondent: 'SELF', result: 'MATCH', employmentState: 'UNEMPLOYED', unemployedReason: '5', livingSource: '4',
    workWillingness: 'WILLING', hasEmploymentNeed: true, hasTrainingNeed: true, hasStartupNeed: false, hardshipFlags: [], signature: paper(day),
  }
}

export function consentBody(day: string, purpose: 'ASSESSMENT' | 'SHARE_EMPLOYER'): Body {
  return { purpose, scopeFields: ['健康、残疾和能力信息'], textVersion: '2026-1', form: 'PAPER', givenBy: 'SELF', givenAt: day, paperLocation: '县残联档案柜 3-12' }
}

/** Test vector 1 of the scoring rules: index 77.5, support level 1, A1, C1 and C2 flagged. */
export const vector1 = {
  A: [3, 0, 1, 0, 0, 0, 1, 1, 0, 0], B: [0, 0, 0, 1, 1, 1, 1, 0], C: [3, 3, 1, 1], D: [0, 0, 1, 0, 0, 2],
} as const

export function assessmentBody(day: string, consentId: string): Body {
  const items = Object.entries(vector1).flatMap(([dimension, grades]) => grades.map((q, i) => ({ code: `${dimension}${i + 1}`, q })))
  return {
    assessedOn: day, place: '本人家中', mode: 'INTERVIEW', assessorQualification: '就业指导员', consentId, items,
    env: ['E1', 'E2', 'E3', 'E4'].map((code) => ({ code, value: 1 })),
    suggestedForms: ['QUOTA', 'CONCENTRATED', 'SELF_EMPLOYED', 'FLEXIBLE', 'HOME'], suggestedFamilies: ['J09'], suggestedTraining: ['T1'],
    accommodations: [{ item: 'A1', text: '读屏软件' }, { item: 'C1', text: '口头说明' }, { item: 'C2', text: '口头说明' }],
    conclusion: '看和读写要配便利措施，其余能做。', personOpinion: 'AGREE',
  }
}

export function registrationBody(day: string): Body {
  return {
    registeredOn: day, intentions: [{ rank: 1, family: 'J09', jobTitle: '数据标注', form: '72' }], workTime: ['PART', 'HOME'], targetAreas: ['HOME'],
    availableFrom: day, serviceNeeds: ['03', '07'], signature: paper(day),
  }
}

/** The job in which a service ended. */
export function jobBody(day: string): Body {
  return {
    startOn: day, employmentForm: '14', channel: '1', industry: 'C', employerName: '示范食品厂', jobTitle: '包装工', contractType: 'OPEN', monthlyIncomeFen: 230_000,
    insurances: ['PENSION', 'MEDICAL'], evidence: '劳动合同复印件，二号柜',
  }
}

export function serviceBody(day: string): Body {
  return {
    servedOn: day, minutes: 40, serviceType: '02', method: 'HOME_VISIT', content: '讲了居家数据标注的做法和报名办法', result: 'CONTINUE',
  }
}
