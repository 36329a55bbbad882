@description('Short name of the council.')
param name string

@description('Where the identities are kept.')
param location string

@description('Tags for every resource.')
param tags object

// Two, so that a token for one is none for the other: the bot's is known to the bot's channel, the service's opens the council's records.
resource service 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-quorate-${name}'
  location: location
  tags: tags
}

resource bot 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-quorate-bot-${name}'
  location: location
  tags: tags
}

@description('Resource id of the service’s identity.')
output serviceId string = service.id

@description('Client id of the service’s identity.')
output serviceClientId string = service.properties.clientId

@description('Object id of the service’s identity, to which roles are given.')
output servicePrincipalId string = service.properties.principalId

@description('Resource id of the bot’s identity.')
output botId string = bot.id

@description('Client id of the bot’s identity.')
output botClientId string = bot.properties.clientId

@description('Tenant of both.')
output tenantId string = service.properties.tenantId
