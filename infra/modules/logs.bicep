@description('Short name of the council.')
param name string

@description('Where the log is kept.')
param location string

@description('Days for which it is kept.')
param retentionDays int

@description('Tags for every resource.')
param tags object

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: 'log-quorate-${name}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    // A loop that fills the log must not empty the budget; the alerts still see the first gigabyte of a day.
    workspaceCapping: { dailyQuotaGb: 1 }
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

// Only what asks the service from outside whether it is there writes into this. The service itself sends no telemetry: addresses, query
// strings and bodies that an agent would collect are people's. What it says of itself are the lines of its own log, which hold none.
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-quorate-${name}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
    DisableIpMasking: false
  }
}

@description('Resource id of the workspace.')
output workspaceId string = workspace.id

@description('Resource id of the component that asks from outside.')
output insightsId string = insights.id
