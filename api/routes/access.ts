/** Those who may knock: nobody signed in, someone of the council who is neither, a Member, an officer, an administrator. */
export type Knocking = 'nobody' | 'stranger' | 'member' | 'officer' | 'administrator'

/**
 * Who may use which route. What is not named here is open to nobody: a test walks every route that is mounted, finds it here, and
 * knocks as each of the five.
 */
export const access: Readonly<Record<string, readonly Knocking[]>> = {
  'GET /api/me': ['stranger', 'member', 'officer', 'administrator'],
  'GET /api/my/training': ['member'],
  'GET /api/my/sessions/:sessionId': ['member'],
  'PUT /api/my/sessions/:sessionId/answer': ['member'],
  'GET /api/my/texts': ['member'],
  'PUT /api/my/texts': ['member'],
  'GET /api/programme': ['officer'],
  'GET /api/programme/month/:month': ['officer'],
  'GET /api/sessions/:sessionId': ['officer'],
  'POST /api/sessions/:sessionId/refresh': ['officer'],
  'GET /api/sessions/:sessionId/details': ['officer'],
  'PUT /api/sessions/:sessionId/details': ['officer'],
  'GET /api/sessions/:sessionId/decision': ['officer'],
  'POST /api/sessions/:sessionId/decision': ['officer'],
  'POST /api/sessions/:sessionId/reason': ['officer'],
  'POST /api/sessions/:sessionId/clashes/:clashId/acceptance': ['officer'],
  'GET /api/attention': ['officer'],
  'GET /api/sessions/:sessionId/phone-list': ['officer'],
  'POST /api/sessions/:sessionId/phone-list/:memberId': ['officer'],
  'DELETE /api/sessions/:sessionId/phone-list/:memberId': ['officer'],
  'GET /api/sessions/:sessionId/attendance': ['officer'],
  'POST /api/sessions/:sessionId/attendance': ['officer'],
  'GET /api/sessions/:sessionId/check-in-code': ['officer'],
  'POST /api/my/check-in': ['member'],
  'GET /api/bulletin': ['officer'],
  'GET /api/bulletin/notices': ['officer'],
  'POST /api/bulletin/notices': ['officer'],
  'DELETE /api/bulletin/notices/:noticeId': ['officer'],
  'PUT /api/bulletin/:issueId': ['officer'],
  'POST /api/bulletin/:issueId/release': ['officer'],
  'POST /api/bulletin/:issueId/take-back': ['officer'],
  'GET /api/bulletin/:issueId/preview/:memberId': ['officer'],
  'GET /api/bulletin/:issueId/delivery': ['officer'],
  'GET /api/my/bulletins': ['member'],
  'GET /api/my/bulletins/:issueId': ['member'],
  'GET /api/members': ['officer', 'administrator'],
  'POST /api/members/import': ['officer', 'administrator'],
  'GET /api/reports/uptake': ['officer'],
  'PUT /api/members/:memberId/mobile': ['officer'],
  'GET /api/health': ['administrator'],
}
