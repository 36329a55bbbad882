@description('Short name of the council.')
param name string

@description('Where the network is.')
param location string

@description('Tags for every resource.')
param tags object

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-quorate-${name}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.38.0.0/24'] }
    subnets: [
      {
        name: 'site'
        properties: {
          addressPrefix: '10.38.0.0/26'
          delegations: [{ name: 'app-service', properties: { serviceName: 'Microsoft.Web/serverFarms' } }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.38.0.64/27', privateEndpointNetworkPolicies: 'Enabled' }
      }
    ]
  }
}

@description('Resource id of the network.')
output networkId string = network.id

@description('Subnet through which the site goes out.')
output siteSubnetId string = network.properties.subnets[0].id

@description('Subnet in which storage and vault have their addresses.')
output endpointSubnetId string = network.properties.subnets[1].id
