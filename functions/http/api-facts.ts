/** What the API says of itself, in DIGG's words (REST API profile, `/api-info`). */
export const apiFacts = {
  apiName: 'Fristdag',
  apiVersion: '0.1.0',
  apiReleased: '2026-11-21',
  apiDocumentation: '/v1/openapi.json',
  apiStatus: 'beta',
} as const
