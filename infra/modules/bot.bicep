@description('Name of the bot: 2 to 64 letters, digits and hyphens.')
@minLength(2)
@maxLength(64)
param botName string

@description('Where Teams writes to it.')
param endpoint string

@description('Resource id of the bot’s identity.')
param identityId string

@description('Client id of the bot’s identity.')
param identityClientId string

@description('Tenant of the bot’s identity.')
param tenantId string

@description('Tags for every resource.')
param tags object

// A managed identity and not a registration with a secret: nobody has anything to lose or to rotate.
resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: botName
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Quorate'
    endpoint: endpoint
    msaAppType: 'UserAssignedMSI'
    msaAppId: identityClientId
    msaAppTenantId: tenantId
    msaAppMSIResourceId: identityId
    disableLocalAuth: true
    isStreamingSupported: false
    schemaTransformationVersion: '1.3'
    // Teams calls from the internet; closed to it the bot hears nobody.
    publicNetworkAccess: 'Enabled'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
}
