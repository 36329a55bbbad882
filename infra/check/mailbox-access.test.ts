import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultsIn, parserOf } from './bicep.ts'

/*
 * PowerShell itself is not at hand where this is built (docs/decisions/0036): its grammar, and what can be held against the documentation.
 */

const script = readFileSync(new URL('../scripts/mailbox-access.ps1', import.meta.url), 'utf8')
const install = readFileSync(new URL('../../docs/install.md', import.meta.url), 'utf8')
const permissions = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8')
const body = script.slice(script.indexOf('#>'))

/** Cmdlets of ExchangeOnlineManagement (learn.microsoft.com/powershell/module/exchangepowershell) that are called, each with the parameters that it is given. */
const cmdlets: Readonly<Record<string, readonly string[]>> = {
  'Get-EXOMailbox': ['Identity'],
  'Get-ServicePrincipal': ['Identity'],
  'New-ServicePrincipal': ['AppId', 'ObjectId', 'DisplayName'],
  'Remove-ServicePrincipal': ['Identity', 'Confirm'],
  'Get-DistributionGroup': ['Identity'],
  'New-DistributionGroup': ['Name', 'Alias', 'Type', 'MemberJoinRestriction', 'MemberDepartRestriction'],
  'Set-DistributionGroup': ['Identity', 'HiddenFromAddressListsEnabled', 'RequireSenderAuthenticationEnabled'],
  'Update-DistributionGroupMember': ['Identity', 'Members', 'Confirm'],
  'Remove-DistributionGroup': ['Identity', 'Confirm'],
  'Get-ManagementScope': ['Identity'],
  'New-ManagementScope': ['Name', 'RecipientRestrictionFilter'],
  'Set-ManagementScope': ['Identity', 'RecipientRestrictionFilter', 'Confirm'],
  'Remove-ManagementScope': ['Identity', 'Confirm'],
  'Get-ManagementRoleAssignment': ['Identity'],
  'New-ManagementRoleAssignment': ['Name', 'App', 'Role', 'CustomResourceScope'],
  'Remove-ManagementRoleAssignment': ['Identity', 'Confirm'],
  'Test-ServicePrincipalAuthorization': ['Identity', 'Resource'],
}
const ofPowerShell = [
  'Out-Null',
  'Where-Object',
  'ForEach-Object',
  'Sort-Object',
  'Format-Table',
  'Set-StrictMode',
  'Write-Warning',
  'Write-Output',
]

const called = [...body.matchAll(/(?<![\w'$-])(?:Get|New|Set|Update|Remove|Test|Out|Where|ForEach|Sort|Format|Write|Confirm)-\w+/g)].map(
  ([name]) => name,
)
const ownFunctions = [...body.matchAll(/^function ([\w-]+)/gm)].map(([, name]) => name ?? '')

test('the script is PowerShell, as its grammar has it', async () => {
  const tree = (await parserOf('powershell')).parse(script)
  expect(tree && faultsIn(tree.rootNode)).toEqual([])
})

test('it calls only cmdlets that there are, its own functions, and each function that it has', () => {
  const known = new Set([...Object.keys(cmdlets), ...ofPowerShell, ...ownFunctions])
  expect([...new Set(called)].filter((name) => !known.has(name))).toEqual([])
  expect(Object.keys(cmdlets).filter((name) => !called.includes(name))).toEqual([])
  expect(ownFunctions.filter((name) => called.filter((each) => each === name).length < 2)).toEqual([])
})

test.each(Object.entries(cmdlets))('%s is given parameters that it has', (name, parameters) => {
  const lines = body
    .split('\n')
    .flatMap((line) => [...line.matchAll(new RegExp(`(?<!')\\b${name}\\b([^|}]*)`, 'g'))].map(([, rest]) => rest ?? ''))
  const given = lines.flatMap((rest) => [...rest.matchAll(/ -([A-Z]\w+)/g)].map(([, parameter]) => parameter ?? ''))
  expect(given.filter((parameter) => !parameters.includes(parameter))).toEqual([])
})

test('nothing is changed but where -WhatIf would have said so first', () => {
  const changing = body
    .split('\n')
    .map((line, index, lines) => ({ line, before: lines.slice(Math.max(0, index - 3), index).join('\n') }))
    .filter(({ line }) => /^\s*(\$\w+ = )?(New|Set|Update|Remove)-(?!StrictMode|Area|Group|Scope|Roles|Principal)\w+ /.test(line))
  expect(changing.length).toBe(11)
  expect(changing.filter(({ before }) => !/ShouldProcess\(/.test(before)).map(({ line }) => line.trim())).toEqual([])
  expect(script).toContain('[CmdletBinding(SupportsShouldProcess')
})

test('every parameter is described', () => {
  const parameters = [...body.slice(0, body.indexOf('\n)')).matchAll(/\] \$(\w+)/g)].map(([, name]) => name)
  expect(parameters.length).toBe(8)
  expect(parameters.filter((name) => !script.includes(`.PARAMETER ${name}\n`))).toEqual([])
})

test('the roles that it gives are those of the table of permissions, and the reverse', () => {
  const granted = [...body.matchAll(/'(Application [A-Z]\w+\.\w+)'/g)].map(([, role]) => role ?? '')
  const listed = [...permissions.matchAll(/^\| `(Application [A-Z]\w+\.\w+)`/gm)].map(([, role]) => role ?? '')
  expect(granted.toSorted()).toEqual(listed.toSorted())
})

test('whoever deletes the registration is told to take back first what was given to it, since another one is given nothing beside it', () => {
  expect(body).toContain('if (Get-OrNothing { Get-ManagementRoleAssignment -Identity $name }) { continue }')
  const [, help = ''] = /\.PARAMETER ServicePrincipalId\n([\s\S]*?)\n\n/.exec(script) ?? []
  expect(help).toContain('run this with -Remove and the old ids')
  const [, step = ''] = /^## 2\. ([\s\S]*?)^## /m.exec(install) ?? []
  expect(step).toContain('If step 9 was done, run its *Undo* first')
})

test('what it sets up it also takes back', () => {
  for (const noun of ['ServicePrincipal', 'DistributionGroup', 'ManagementScope', 'ManagementRoleAssignment']) {
    expect(called).toContain(`New-${noun}`)
    expect(called).toContain(`Remove-${noun}`)
  }
})
