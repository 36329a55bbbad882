#Requires -Version 5.1
#Requires -Modules ExchangeOnlineManagement

<#
.SYNOPSIS
Lets Quorate into exactly the mailboxes that are named, and into no others.

.DESCRIPTION
Sets up Exchange Online's RBAC for Applications: three mail-enabled security groups, a management scope over each, and the roles of Quorate's
service principal within them. Running it again changes only what is different; a mailbox that is no longer named is taken out.

  group               role in Exchange                    for
  Quorate calendars   Application Calendars.ReadWrite     officers' own and shared mailboxes: reading sessions, cancelling, the category
  Quorate answers     Application Calendars.ReadWrite     Members' mailboxes: an answer given in Teams when no sign-in is at hand
  Quorate sending     Application Mail.ReadWrite, Mail.Send   the one mailbox that mail goes out from, and into which bounces come back

Begin with Connect-ExchangeOnline, as an Exchange administrator who may also give roles (Organization Management).
A change takes from thirty minutes to two hours to be felt.

.PARAMETER AppId
Client id of Quorate's registration.

.PARAMETER ServicePrincipalId
Object id of its enterprise application in this tenant. Not the object id of the registration.
Before the registration is deleted, or another one takes its place, run this with -Remove and the old ids: what it gave belongs to
the old one, and beside it another is given nothing.

.PARAMETER CalendarMailboxes
Officers' own mailboxes and the shared ones that the rulebook names.

.PARAMETER SendingMailbox
The mailbox from which the bulletin and the mail go out.

.PARAMETER AnsweringMailboxes
Members' mailboxes. Leave it out if answers are to be given only while a Member is signed in.

.PARAMETER OutsideMailbox
A mailbox that Quorate must not get into, such as the chief executive's: with it the check proves that there is a limit.

.PARAMETER CheckOnly
Changes nothing, and says whether what is named is within reach and the outside mailbox is not.

.PARAMETER Remove
Takes back everything that this script has set up.

.EXAMPLE
./mailbox-access.ps1 -AppId $app -ServicePrincipalId $principal -CalendarMailboxes (Get-Content officers.txt) -SendingMailbox training@thamesbrook.gov.uk -OutsideMailbox chief.executive@thamesbrook.gov.uk -WhatIf
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Set')]
param(
  [Parameter(Mandatory)] [guid] $AppId,
  [Parameter(Mandatory)] [guid] $ServicePrincipalId,
  [Parameter(Mandatory, ParameterSetName = 'Set')] [Parameter(Mandatory, ParameterSetName = 'Check')] [string[]] $CalendarMailboxes,
  [Parameter(Mandatory, ParameterSetName = 'Set')] [Parameter(Mandatory, ParameterSetName = 'Check')] [string] $SendingMailbox,
  [Parameter(ParameterSetName = 'Set')] [Parameter(ParameterSetName = 'Check')] [string[]] $AnsweringMailboxes = @(),
  [Parameter(Mandatory, ParameterSetName = 'Set')] [Parameter(Mandatory, ParameterSetName = 'Check')] [string] $OutsideMailbox,
  [Parameter(Mandatory, ParameterSetName = 'Check')] [switch] $CheckOnly,
  [Parameter(Mandatory, ParameterSetName = 'Remove')] [switch] $Remove
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# Each area's group and scope have one name; each role within it has the name of its assignment.
$areas = @(
  @{
    Name = 'Quorate calendars'
    Alias = 'quorate-calendars'
    Mailboxes = @($CalendarMailboxes)
    Roles = @{ 'Quorate calendars' = 'Application Calendars.ReadWrite' }
  }
  @{
    Name = 'Quorate answers'
    Alias = 'quorate-answers'
    Mailboxes = @($AnsweringMailboxes)
    Roles = @{ 'Quorate answers' = 'Application Calendars.ReadWrite' }
  }
  @{
    Name = 'Quorate sending'
    Alias = 'quorate-sending'
    Mailboxes = @($SendingMailbox)
    Roles = @{ 'Quorate mail' = 'Application Mail.ReadWrite'; 'Quorate send' = 'Application Mail.Send' }
  }
)

function Get-OrNothing([scriptblock] $Ask) {
  # Only that there is no such thing counts as nothing; anything else that goes wrong is told.
  try { & $Ask } catch {
    if ("$($_.Exception.Message) $($_.FullyQualifiedErrorId)" -notmatch "couldn't be found|could not be found|NotFound|doesn't exist") { throw }
  }
}

function Confirm-Mailboxes([string[]] $Addresses) {
  foreach ($address in $Addresses) {
    if (-not (Get-OrNothing { Get-EXOMailbox -Identity $address })) {
      throw "There is no mailbox $address. Nothing has been changed. Correct the address and run this again."
    }
  }
}

function Set-Principal {
  if (Get-OrNothing { Get-ServicePrincipal -Identity $ServicePrincipalId }) { return }
  if ($PSCmdlet.ShouldProcess("$ServicePrincipalId", 'New-ServicePrincipal')) {
    New-ServicePrincipal -AppId $AppId -ObjectId $ServicePrincipalId -DisplayName 'Quorate' | Out-Null
  }
}

function Set-Group([hashtable] $Area) {
  $group = Get-OrNothing { Get-DistributionGroup -Identity $Area.Alias }
  if (-not $group -and $PSCmdlet.ShouldProcess($Area.Name, 'New-DistributionGroup')) {
    $group = New-DistributionGroup -Name $Area.Name -Alias $Area.Alias -Type Security -MemberJoinRestriction Closed -MemberDepartRestriction Closed
    Set-DistributionGroup -Identity $Area.Alias -HiddenFromAddressListsEnabled $true -RequireSenderAuthenticationEnabled $true
  }
  if ($PSCmdlet.ShouldProcess("$($Area.Name): $($Area.Mailboxes.Count) mailboxes", 'Update-DistributionGroupMember')) {
    Update-DistributionGroupMember -Identity $Area.Alias -Members $Area.Mailboxes -Confirm:$false
  }
  $group
}

function Set-Scope([hashtable] $Area, $Group) {
  # Exchange counts a group's direct members alone: a group inside the group opens nothing.
  $filter = if ($Group) { "MemberOfGroup -eq '$($Group.DistinguishedName -replace "'", "''")'" }
  $scope = Get-OrNothing { Get-ManagementScope -Identity $Area.Name }
  if (-not $scope) {
    if ($PSCmdlet.ShouldProcess($Area.Name, 'New-ManagementScope')) {
      New-ManagementScope -Name $Area.Name -RecipientRestrictionFilter $filter | Out-Null
    }
  } elseif ($filter -and $scope.RecipientFilter -ne $filter -and $PSCmdlet.ShouldProcess($Area.Name, 'Set-ManagementScope')) {
    Set-ManagementScope -Identity $Area.Name -RecipientRestrictionFilter $filter -Confirm:$false
  }
}

function Set-Roles([hashtable] $Area) {
  foreach ($name in $Area.Roles.Keys) {
    if (Get-OrNothing { Get-ManagementRoleAssignment -Identity $name }) { continue }
    if ($PSCmdlet.ShouldProcess("$name in $($Area.Name)", 'New-ManagementRoleAssignment')) {
      New-ManagementRoleAssignment -Name $name -App $ServicePrincipalId -Role $Area.Roles[$name] -CustomResourceScope $Area.Name | Out-Null
    }
  }
}

function Remove-Area([hashtable] $Area) {
  foreach ($name in $Area.Roles.Keys) {
    if ((Get-OrNothing { Get-ManagementRoleAssignment -Identity $name }) -and
      $PSCmdlet.ShouldProcess($name, 'Remove-ManagementRoleAssignment')) {
      Remove-ManagementRoleAssignment -Identity $name -Confirm:$false
    }
  }
  if ((Get-OrNothing { Get-ManagementScope -Identity $Area.Name }) -and $PSCmdlet.ShouldProcess($Area.Name, 'Remove-ManagementScope')) {
    Remove-ManagementScope -Identity $Area.Name -Confirm:$false
  }
  if ((Get-OrNothing { Get-DistributionGroup -Identity $Area.Alias }) -and $PSCmdlet.ShouldProcess($Area.Name, 'Remove-DistributionGroup')) {
    Remove-DistributionGroup -Identity $Area.Alias -Confirm:$false
  }
}

function Test-Mailbox([string] $Address, [string[]] $Expected) {
  $granted = @(Test-ServicePrincipalAuthorization -Identity $ServicePrincipalId -Resource $Address |
    Where-Object { "$($_.InScope)" -eq 'True' } | ForEach-Object { $_.RoleName } | Sort-Object -Unique)
  $missing = @($Expected | Where-Object { $_ -notin $granted })
  $surplus = @($granted | Where-Object { $_ -notin $Expected })
  [pscustomobject]@{
    Mailbox = $Address
    Right = $missing.Count -eq 0 -and $surplus.Count -eq 0
    Granted = $granted -join ', '
    Missing = $missing -join ', '
    Surplus = $surplus -join ', '
  }
}

function Test-Everything {
  $expected = @{ $OutsideMailbox = @() }
  foreach ($area in $areas) {
    foreach ($address in $area.Mailboxes) {
      $expected[$address] = @(@($expected[$address]) + @($area.Roles.Values) | Where-Object { $_ } | Sort-Object -Unique)
    }
  }
  $expected.Keys | Sort-Object | ForEach-Object { Test-Mailbox $_ @($expected[$_]) }
}

if ($Remove) {
  $areas | ForEach-Object { Remove-Area $_ }
  if ((Get-OrNothing { Get-ServicePrincipal -Identity $ServicePrincipalId }) -and $PSCmdlet.ShouldProcess("$ServicePrincipalId", 'Remove-ServicePrincipal')) {
    Remove-ServicePrincipal -Identity $ServicePrincipalId -Confirm:$false
  }
  return
}

$named = @($CalendarMailboxes) + @($AnsweringMailboxes) + @($SendingMailbox)
if ($named -contains $OutsideMailbox) { throw "$OutsideMailbox is named as a mailbox that Quorate uses. Name one that it must not get into." }
Confirm-Mailboxes ($named + $OutsideMailbox)

if (-not $CheckOnly) {
  Set-Principal
  foreach ($area in $areas) {
    if (@($area.Mailboxes).Count -eq 0) { Remove-Area $area; continue }
    $group = Set-Group $area
    Set-Scope $area $group
    Set-Roles $area
  }
  if ($WhatIfPreference) { return }
}

$results = @(Test-Everything)
$results | Format-Table -AutoSize -Wrap
if (@($results | Where-Object { -not $_.Right }).Count -gt 0) {
  Write-Warning 'Not as it should be yet. After a change wait two hours, then run this again with -CheckOnly.'
  exit 1
}
Write-Output "Quorate reaches exactly the $($named.Count) mailboxes that are named, and is refused $OutsideMailbox."
