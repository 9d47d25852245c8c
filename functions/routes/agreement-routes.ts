import * as z from 'zod'
import type { Route } from '#http/route.ts'
import * as agreement from '#schemas/agreement.ts'
import { asOf } from '#schemas/as-of.ts'
import { countyCode } from '#schemas/codes.ts'
import { listOf, paging } from '#schemas/list.ts'
import { ruleCalendar } from '#schemas/rule-calendar.ts'
import { ruleDifferences, versionName } from '#schemas/rule-differences.ts'
import * as ruleVersions from '#schemas/rule-version.ts'
import { plannedCorrections } from '#schemas/settlement.ts'
import { json } from './json-body.ts'

const RULE_FILE_BYTES = 256 * 1024

/** Agreements and the versions of their rules: read, uploaded, signed, withdrawn, compared. */
export const agreementRoutes = {
  listAgreements: {
    method: 'GET',
    path: '/v1/agreements',
    scope: 'agreements:read',
    file: 'list-agreements',
    needs: { table: 'read' },
    summary: 'Every agreement with its stages and versions',
    query: z.strictObject(paging),
    answers: { 200: agreement.agreementList },
  },
  getAgreement: {
    method: 'GET',
    path: '/v1/agreements/{agreement}',
    scope: 'agreements:read',
    file: 'get-agreement',
    needs: { table: 'read' },
    summary: 'One agreement: stages, versions, validity, hashes and open questions',
    answers: { 200: agreement.agreement },
  },
  getRuleFile: {
    method: 'GET',
    path: '/v1/agreements/{agreement}/versions/{version}',
    scope: 'agreements:read',
    file: 'get-rule-file',
    needs: { table: 'read' },
    summary: 'One version of a rule file, as JSON or, with Accept: application/yaml, byte for byte',
    answers: { 200: agreement.ruleFileAnswer },
  },
  uploadVersion: {
    method: 'POST',
    path: '/v1/agreements/{agreement}/versions',
    scope: 'agreements:write',
    file: 'upload-version',
    needs: { table: 'write', tasks: true },
    summary: 'Upload a version of a rule file: a draft with its report, or every fault with its line',
    body: { mediaType: 'application/yaml', schema: z.string(), raw: true, maximumBytes: RULE_FILE_BYTES },
    answers: { 200: ruleVersions.versionReport, 201: ruleVersions.versionReport },
  },
  getVersionReport: {
    method: 'GET',
    path: '/v1/agreements/{agreement}/versions/{version}/report',
    scope: 'agreements:read',
    file: 'get-version-report',
    needs: { table: 'read' },
    summary: 'Where a version stands: proof, coverage, simulation, signatures, and what it waits for',
    answers: { 200: ruleVersions.versionReport },
  },
  planCorrections: {
    method: 'GET',
    path: '/v1/agreements/{agreement}/versions/{version}/corrections',
    scope: 'agreements:read',
    file: 'plan-corrections',
    needs: { table: 'read' },
    summary: 'What closed months would be corrected by if the version came into force',
    answers: { 200: plannedCorrections },
  },
  approveVersion: {
    method: 'POST',
    path: '/v1/agreements/{agreement}/versions/{version}/approvals',
    scope: 'agreements:approve',
    file: 'approve-version',
    needs: { table: 'write', tasks: true },
    summary: 'Sign the exact bytes of a version for a party; the last signature that is needed puts it in force',
    body: json(ruleVersions.approvalBody),
    answers: { 200: ruleVersions.versionReport, 201: ruleVersions.versionReport },
  },
  withdrawVersion: {
    method: 'POST',
    path: '/v1/agreements/{agreement}/versions/{version}/withdrawals',
    scope: 'agreements:write',
    file: 'withdraw-version',
    needs: { table: 'write', tasks: true },
    summary: 'Withdraw a version before its first day in force',
    body: json(ruleVersions.withdrawalBody),
    answers: { 200: ruleVersions.versionReport },
  },
  getAgreementHistory: {
    method: 'GET',
    path: '/v1/agreements/{agreement}/history',
    scope: 'agreements:read',
    file: 'get-agreement-history',
    needs: { table: 'read' },
    summary: 'Everything that was done to an agreement, by whom and when',
    query: z.strictObject(paging),
    answers: { 200: listOf('history', ruleVersions.historyLine) },
  },
  getRuleCalendar: {
    method: 'GET',
    path: '/v1/rule-calendar',
    scope: 'agreements:read',
    file: 'get-rule-calendar',
    needs: { table: 'read' },
    summary: 'Which rule applies in a county on each day from 2018-01-01 on, with holes and overlaps',
    query: z.strictObject({ region: countyCode, ...asOf }),
    answers: { 200: ruleCalendar },
  },
  getRuleDifferences: {
    method: 'GET',
    path: '/v1/rule-differences',
    scope: 'agreements:read',
    file: 'get-rule-differences',
    needs: { table: 'read' },
    summary: 'In what two versions of rules differ, in meaning and in words, each with its paragraphs',
    query: z.strictObject({ was: versionName, is: versionName }),
    answers: { 200: ruleDifferences },
  },
} as const satisfies Record<string, Route>
