@description('Name of the vault: 3 to 24 letters, digits and hyphens, unlike any other in the world.')
@minLength(3)
@maxLength(24)
param vaultName string

@description('Where the vault is kept.')
param location string

@description('Object id of the identity that reads the secrets.')
param principalId string

@description('Workspace for the vault’s own log: who read what.')
param workspaceId string

@description('Whether the vault is closed to the internet.')
param isPrivate bool

@description('Tags for every resource.')
param tags object

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

// The secrets themselves are put in by hand, so that none stands in a template, a parameter or a deployment's history.
resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: vaultName
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'None', defaultAction: isPrivate ? 'Deny' : 'Allow' }
  }
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, secretsUser)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the vault.')
output vaultId string = vault.id

@description('Name of the vault.')
output vaultName string = vault.name

@description('Address of the vault, with a slash at its end.')
output uri string = vault.properties.vaultUri
