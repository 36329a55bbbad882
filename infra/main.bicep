targetScope = 'resourceGroup'

@description('Short name of the council: small letters and digits. It stands in the names of all resources.')
@minLength(3)
@maxLength(12)
param name string

@description('Where everything is kept. uksouth keeps a council’s records in the United Kingdom.')
param location string = 'uksouth'

@description('Client id of the registration in Entra that councillors sign in to and with which the service asks Graph.')
param entraClientId string

@description('Id of the app package, as it stands in env/ and in council.json: Outlook keeps what the add-in says under it.')
param teamsAppId string

@description('Address of an own domain, such as https://training.thamesbrook.gov.uk, once it is bound to the site. Empty: the site’s own address.')
param publicUrl string = ''

@description('Size of the plan. P0v3 is enough for one council; B1 is for a trial, and has neither a staging slot nor zones.')
@allowed(['B1', 'P0v3', 'P1v3'])
param planSize string = 'P0v3'

@description('Instances of the service. Two, so that one can be away; they work side by side.')
@minValue(1)
@maxValue(10)
param instances int = 2

@description('Whether storage and vault are reached by private endpoints alone. Without them both refuse everybody but their roles.')
param privateEndpoints bool = false

@description('Days for which the log is kept. No Member’s name is in it.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Days for which a line of the audit chain’s anchors can be neither changed nor taken away.')
@minValue(1)
@maxValue(146000)
param anchorRetentionDays int = 2555

@description('Whether those days are locked. Azure refuses a deployment that tells it a locked policy again.')
param anchorsLocked bool = false

@description('Who is written to by the alerts and the budget: addresses of mail.')
@minLength(1)
param alertEmails string[]

@description('What the resources may cost in a month, in the currency of the subscription, before somebody is written to.')
@minValue(1)
param monthlyBudget int

@description('The first day of the month in which the budget begins, such as 2026-12-01. Azure takes no month that is over.')
param budgetStart string

@description('Tags for every resource.')
param tags object = {}

var unique = uniqueString(resourceGroup().id)
var siteName = 'app-quorate-${name}-${take(unique, 6)}'
var hasStaging = planSize != 'B1'
var address = empty(publicUrl) ? 'https://${siteName}.azurewebsites.net' : publicUrl
var tablePrefix = 'quorate'

module identities 'modules/identities.bicep' = {
  name: 'quorate-identities'
  params: { name: name, location: location, tags: tags }
}

module logs 'modules/logs.bicep' = {
  name: 'quorate-logs'
  params: { name: name, location: location, retentionDays: logRetentionDays, tags: tags }
}

module network 'modules/network.bicep' = if (privateEndpoints) {
  name: 'quorate-network'
  params: { name: name, location: location, tags: tags }
}

module storage 'modules/storage.bicep' = {
  name: 'quorate-storage'
  params: {
    accountName: 'st${name}${take(unique, 8)}'
    location: location
    principalId: identities.outputs.servicePrincipalId
    workspaceId: logs.outputs.workspaceId
    isPrivate: privateEndpoints
    tags: tags
  }
}

module anchors 'modules/anchors.bicep' = {
  name: 'quorate-anchors'
  params: {
    accountName: 'sa${name}${take(unique, 8)}'
    containerName: '${tablePrefix}-audit-anchors'
    location: location
    principalId: identities.outputs.servicePrincipalId
    retentionDays: anchorRetentionDays
    isLocked: anchorsLocked
    workspaceId: logs.outputs.workspaceId
    isPrivate: privateEndpoints
    tags: tags
  }
}

module vault 'modules/vault.bicep' = {
  name: 'quorate-vault'
  params: {
    vaultName: 'kv-${name}-${take(unique, 6)}'
    location: location
    principalId: identities.outputs.servicePrincipalId
    workspaceId: logs.outputs.workspaceId
    isPrivate: privateEndpoints
    tags: tags
  }
}

module endpoints 'modules/private-endpoints.bicep' = if (privateEndpoints) {
  name: 'quorate-private-endpoints'
  params: {
    name: name
    location: location
    networkId: network.?outputs.?networkId ?? ''
    subnetId: network.?outputs.?endpointSubnetId ?? ''
    storageId: storage.outputs.accountId
    anchorsId: anchors.outputs.accountId
    vaultId: vault.outputs.vaultId
    tags: tags
  }
}

module site 'modules/site.bicep' = {
  name: 'quorate-site'
  params: {
    siteName: siteName
    planName: 'asp-quorate-${name}'
    planSize: planSize
    instances: instances
    hasStaging: hasStaging
    location: location
    serviceIdentityId: identities.outputs.serviceId
    botIdentityId: identities.outputs.botId
    outboundSubnetId: privateEndpoints ? (network.?outputs.?siteSubnetId ?? '') : ''
    workspaceId: logs.outputs.workspaceId
    settings: {
      QUORATE_PORT: '8080'
      QUORATE_PUBLIC_URL: address
      QUORATE_IDENTITY_CLIENT_ID: identities.outputs.serviceClientId
      QUORATE_STORAGE_ACCOUNT: storage.outputs.accountName
      QUORATE_ANCHOR_ACCOUNT: anchors.outputs.accountName
      QUORATE_TABLE_PREFIX: tablePrefix
      QUORATE_ENTRA_CLIENT_ID: entraClientId
      QUORATE_ONLY_TENANT: identities.outputs.tenantId
      QUORATE_BOT_CLIENT_ID: identities.outputs.botClientId
      QUORATE_BOT_TENANT_ID: identities.outputs.tenantId
      QUORATE_NOTIFY_KEYS: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/notify-keys)'
      QUORATE_NOTIFY_RECEIPT_TOKENS: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/notify-receipt-tokens)'
      QUORATE_ADDIN_IDS: teamsAppId
      QUORATE_WORKER: 'on'
    }
    tags: tags
  }
}

module bot 'modules/bot.bicep' = {
  name: 'quorate-bot'
  params: {
    botName: 'bot-quorate-${name}'
    endpoint: '${address}/api/messages'
    identityId: identities.outputs.botId
    identityClientId: identities.outputs.botClientId
    tenantId: identities.outputs.tenantId
    tags: tags
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'quorate-alerts'
  params: {
    name: name
    location: location
    emails: alertEmails
    workspaceId: logs.outputs.workspaceId
    insightsId: logs.outputs.insightsId
    siteId: site.outputs.siteId
    storageId: storage.outputs.accountId
    address: address
    tags: tags
  }
}

module budget 'modules/budget.bicep' = {
  name: 'quorate-budget'
  params: { name: name, amount: monthlyBudget, startDate: budgetStart, emails: alertEmails }
}

@description('Address of the service. Its host stands in the app package and in the registration’s App ID URI.')
output QUORATE_ADDRESS string = address

@description('Host of the service, without https://.')
output APP_DOMAIN string = replace(address, 'https://', '')

@description('Client id of the bot, for the app package.')
output BOT_ID string = identities.outputs.botClientId

@description('Object id of the service’s identity: the subject of the federated credential of the registration.')
output SERVICE_PRINCIPAL_ID string = identities.outputs.servicePrincipalId

@description('Tenant of the identities: the issuer of the federated credential.')
output TENANT_ID string = identities.outputs.tenantId

@description('Name of the site.')
output SITE_NAME string = siteName

@description('Resource id of the site, for deployment.')
output AZURE_APP_SERVICE_RESOURCE_ID string = site.outputs.siteId

@description('Name of the vault into which the keys of Notify are put.')
output VAULT_NAME string = vault.outputs.vaultName

@description('Name of the storage account.')
output STORAGE_ACCOUNT string = storage.outputs.accountName

@description('Name of the account of the anchors.')
output ANCHOR_ACCOUNT string = anchors.outputs.accountName

@description('Resource id of the workspace in which the log is.')
output WORKSPACE_ID string = logs.outputs.workspaceId
