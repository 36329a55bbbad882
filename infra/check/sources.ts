/**
 * Every resource that is made, with the version of the interface by which it is made, and where that stands: a folder of the types that
 * Microsoft publishes for Bicep (github.com/Azure/bicep-types-az, `generated/`, August 2026). Each file was held against its types there.
 */
export const resourceSources: Readonly<Record<string, string>> = {
  'Microsoft.Authorization/locks@2020-05-01': 'resources_0/microsoft.authorization/2020-05-01',
  'Microsoft.Authorization/roleAssignments@2022-04-01': 'authorization/microsoft.authorization/2022-04-01',
  'Microsoft.BotService/botServices/channels@2022-09-15': 'botservice/microsoft.botservice/2022-09-15',
  'Microsoft.BotService/botServices@2022-09-15': 'botservice/microsoft.botservice/2022-09-15',
  'Microsoft.Consumption/budgets@2024-08-01': 'consumption/microsoft.consumption/2024-08-01',
  'Microsoft.Insights/actionGroups@2023-01-01': 'monitor_1/microsoft.insights/2023-01-01',
  'Microsoft.Insights/components@2020-02-02': 'applicationinsights/microsoft.insights/2020-02-02',
  'Microsoft.Insights/diagnosticSettings@2021-05-01-preview': 'monitor_1/microsoft.insights/2021-05-01-preview',
  'Microsoft.Insights/metricAlerts@2018-03-01': 'monitor_1/microsoft.insights/2018-03-01',
  'Microsoft.Insights/scheduledQueryRules@2023-12-01': 'monitor_1/microsoft.insights/2023-12-01',
  'Microsoft.Insights/webtests@2022-06-15': 'applicationinsights/microsoft.insights/2022-06-15',
  'Microsoft.KeyVault/vaults@2025-05-01': 'keyvault/microsoft.keyvault/2025-05-01',
  'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30': 'msi/microsoft.managedidentity/2024-11-30',
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01': 'privatedns/microsoft.network/2024-06-01',
  'Microsoft.Network/privateDnsZones@2024-06-01': 'privatedns/microsoft.network/2024-06-01',
  'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01': 'network/microsoft.network/2025-05-01',
  'Microsoft.Network/privateEndpoints@2025-05-01': 'network/microsoft.network/2025-05-01',
  'Microsoft.Network/virtualNetworks@2025-05-01': 'network/microsoft.network/2025-05-01',
  'Microsoft.OperationalInsights/workspaces@2025-07-01': 'operationalinsights/microsoft.operationalinsights/2025-07-01',
  'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01': 'storage/microsoft.storage/2025-06-01',
  'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01': 'storage/microsoft.storage/2025-06-01',
  'Microsoft.Storage/storageAccounts/blobServices@2025-06-01': 'storage/microsoft.storage/2025-06-01',
  'Microsoft.Storage/storageAccounts/queueServices@2025-06-01': 'storage/microsoft.storage/2025-06-01',
  'Microsoft.Storage/storageAccounts/tableServices@2025-06-01': 'storage/microsoft.storage/2025-06-01',
  'Microsoft.Storage/storageAccounts@2025-06-01': 'storage/microsoft.storage/2025-06-01',
  'Microsoft.Web/serverfarms@2025-03-01': 'web/microsoft.web/2025-03-01',
  'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01': 'web/microsoft.web/2025-03-01',
  'Microsoft.Web/sites/config@2025-03-01': 'web/microsoft.web/2025-03-01',
  'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2025-03-01': 'web/microsoft.web/2025-03-01',
  'Microsoft.Web/sites/slots@2025-03-01': 'web/microsoft.web/2025-03-01',
  'Microsoft.Web/sites@2025-03-01': 'web/microsoft.web/2025-03-01',
}

/** The only roles that are given, with their ids (learn.microsoft.com/azure/role-based-access-control/built-in-roles). */
export const roles: Readonly<Record<string, { readonly id: string; readonly name: string }>> = {
  tableDataContributor: { id: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', name: 'Storage Table Data Contributor' },
  queueDataContributor: { id: '974c5e8b-45b9-4653-ba55-5f855dd0fb88', name: 'Storage Queue Data Contributor' },
  blobDataContributor: { id: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe', name: 'Storage Blob Data Contributor' },
  secretsUser: { id: '4633458b-17de-408a-b874-0445c86b69e6', name: 'Key Vault Secrets User' },
}

/**
 * How long a name may be and of what it may consist, where the platform is particular
 * (learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules).
 */
export const nameRules: Readonly<Record<string, { readonly least: number; readonly most: number; readonly of: RegExp }>> = {
  'Microsoft.ManagedIdentity/userAssignedIdentities': { least: 3, most: 128, of: /^[a-zA-Z0-9][\w-]*$/ },
  'Microsoft.OperationalInsights/workspaces': { least: 4, most: 63, of: /^[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]$/ },
  'Microsoft.Insights/components': { least: 1, most: 255, of: /^[\w.()-]+$/ },
  'Microsoft.Insights/actionGroups': { least: 1, most: 260, of: /^[\w-]+$/ },
  'Microsoft.Insights/scheduledQueryRules': { least: 1, most: 260, of: /^[\w-]+$/ },
  'Microsoft.Insights/metricAlerts': { least: 1, most: 260, of: /^[\w-]+$/ },
  'Microsoft.Insights/webtests': { least: 1, most: 260, of: /^[\w-]+$/ },
  'Microsoft.Storage/storageAccounts': { least: 3, most: 24, of: /^[a-z0-9]+$/ },
  'Microsoft.Storage/storageAccounts/blobServices/containers': { least: 3, most: 63, of: /^[a-z0-9]+(-[a-z0-9]+)*$/ },
  'Microsoft.KeyVault/vaults': { least: 3, most: 24, of: /^[a-zA-Z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*$/ },
  'Microsoft.Web/serverfarms': { least: 1, most: 40, of: /^[a-zA-Z0-9-]+$/ },
  'Microsoft.Web/sites': { least: 2, most: 60, of: /^[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]$/ },
  'Microsoft.BotService/botServices': { least: 2, most: 64, of: /^[a-zA-Z0-9][\w.-]*$/ },
  'Microsoft.Network/virtualNetworks': { least: 2, most: 64, of: /^[a-zA-Z0-9][\w.-]*\w$/ },
  'Microsoft.Network/privateEndpoints': { least: 2, most: 64, of: /^[a-zA-Z0-9][\w.-]*\w$/ },
  'Microsoft.Consumption/budgets': { least: 1, most: 63, of: /^[\w-]+$/ },
}
