@description('Name of the site: the first part of its address.')
@minLength(2)
@maxLength(60)
param siteName string

@description('Name of the plan.')
@minLength(1)
@maxLength(40)
param planName string

@description('Size of the plan.')
param planSize string

@description('Instances of the service.')
param instances int

@description('Whether there is a slot in which a new version is tried before it is swapped in.')
param hasStaging bool

@description('Where the service runs.')
param location string

@description('Resource id of the service’s identity.')
param serviceIdentityId string

@description('Resource id of the bot’s identity.')
param botIdentityId string

@description('Subnet through which the site goes out. Empty: straight to the internet.')
param outboundSubnetId string

@description('Workspace for the log.')
param workspaceId string

@description('The settings of the service, as api/config.ts reads them.')
param settings object

@description('Tags for every resource.')
param tags object

var identity = {
  type: 'UserAssigned'
  userAssignedIdentities: { '${serviceIdentityId}': {}, '${botIdentityId}': {} }
}

// What the platform itself reads. The agent of Application Insights is kept out: it would collect addresses and query strings.
var platform = {
  PORT: settings.QUORATE_PORT
  NODE_ENV: 'production'
  WEBSITE_RUN_FROM_PACKAGE: '1'
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
  // Seconds: five unless it is said, and an instance that leaves needs up to twenty-five to finish what it does.
  WEBSITES_CONTAINER_STOP_TIME_LIMIT: '30'
  WEBSITE_SWAP_WARMUP_PING_PATH: healthPath
  WEBSITE_SWAP_WARMUP_PING_STATUSES: '200'
  ApplicationInsightsAgent_EXTENSION_VERSION: 'disabled'
}

var healthPath = '/health/ready'

// The version that is tried does nothing by itself: it must not send what the version in use is about to send.
var stagingSettings = union(settings, { QUORATE_WORKER: 'off' })

var siteSettings = [for each in items(union(settings, platform)): { name: each.key, value: each.value }]
var slotSettings = [for each in items(union(stagingSettings, platform)): { name: each.key, value: each.value }]

var common = {
  linuxFxVersion: 'NODE|24-lts'
  // In place of the shell that starts it, which would keep the signal to stop to itself.
  appCommandLine: 'exec node service/main.js'
  healthCheckPath: healthPath
  alwaysOn: true
  http20Enabled: true
  minTlsVersion: '1.2'
  scmMinTlsVersion: '1.2'
  ftpsState: 'Disabled'
  remoteDebuggingEnabled: false
  webSocketsEnabled: false
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'linux'
  sku: { name: planSize, capacity: instances }
  properties: { reserved: true, zoneRedundant: planSize != 'B1' && instances > 1 }
}

resource site 'Microsoft.Web/sites@2025-03-01' = {
  name: siteName
  location: location
  tags: tags
  kind: 'app,linux'
  identity: identity
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    keyVaultReferenceIdentity: serviceIdentityId
    virtualNetworkSubnetId: empty(outboundSubnetId) ? null : outboundSubnetId
    outboundVnetRouting: { allTraffic: !empty(outboundSubnetId) }
    siteConfig: union(common, { appSettings: siteSettings })
  }
}

resource siteFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: site
  name: 'ftp'
  properties: { allow: false }
}

resource siteScm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: site
  name: 'scm'
  properties: { allow: false }
}

// Stays with its slot when versions change places.
resource sticky 'Microsoft.Web/sites/config@2025-03-01' = if (hasStaging) {
  parent: site
  name: 'slotConfigNames'
  properties: { appSettingNames: ['QUORATE_WORKER'] }
}

resource staging 'Microsoft.Web/sites/slots@2025-03-01' = if (hasStaging) {
  parent: site
  name: 'staging'
  location: location
  tags: tags
  kind: 'app,linux'
  identity: identity
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    keyVaultReferenceIdentity: serviceIdentityId
    virtualNetworkSubnetId: empty(outboundSubnetId) ? null : outboundSubnetId
    outboundVnetRouting: { allTraffic: !empty(outboundSubnetId) }
    siteConfig: union(common, { appSettings: slotSettings })
  }
}

resource stagingFtp 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2025-03-01' = if (hasStaging) {
  parent: staging
  name: 'ftp'
  properties: { allow: false }
}

resource stagingScm 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2025-03-01' = if (hasStaging) {
  parent: staging
  name: 'scm'
  properties: { allow: false }
}

// Not AppServiceHTTPLogs: it holds the address of everybody who asked, and what they asked for.
var logs = [
  { category: 'AppServiceConsoleLogs', enabled: true }
  { category: 'AppServicePlatformLogs', enabled: true }
  { category: 'AppServiceAuditLogs', enabled: true }
]

resource siteLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'to-workspace'
  properties: { workspaceId: workspaceId, logs: logs, metrics: [{ category: 'AllMetrics', enabled: true }] }
}

resource stagingLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (hasStaging) {
  scope: staging
  name: 'to-workspace'
  properties: { workspaceId: workspaceId, logs: logs }
}

@description('Resource id of the site.')
output siteId string = site.id
