export const greeting = (name) => `您好，${name}`
