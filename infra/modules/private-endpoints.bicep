@description('Short name of the council.')
param name string

@description('Where the endpoints are.')
param location string

@description('Network in which the names are found.')
param networkId string

@description('Subnet in which the endpoints have their addresses.')
param subnetId string

@description('Resource id of the account of the records.')
param storageId string

@description('Resource id of the account of the anchors.')
param anchorsId string

@description('Resource id of the vault.')
param vaultId string

@description('Tags for every resource.')
param tags object

var doors = [
  { key: 'table', target: storageId, group: 'table', zone: 'privatelink.table.${environment().suffixes.storage}' }
  { key: 'queue', target: storageId, group: 'queue', zone: 'privatelink.queue.${environment().suffixes.storage}' }
  { key: 'blob', target: anchorsId, group: 'blob', zone: 'privatelink.blob.${environment().suffixes.storage}' }
  { key: 'vault', target: vaultId, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for door in doors: {
    name: door.zone
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (door, index) in doors: {
    parent: zones[index]
    name: 'quorate-${name}'
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: networkId } }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2025-05-01' = [
  for door in doors: {
    name: 'pe-quorate-${name}-${door.key}'
    location: location
    tags: tags
    properties: {
      subnet: { id: subnetId }
      privateLinkServiceConnections: [
        { name: door.key, properties: { privateLinkServiceId: door.target, groupIds: [door.group] } }
      ]
    }
  }
]

resource records 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = [
  for (door, index) in doors: {
    parent: endpoints[index]
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: door.key, properties: { privateDnsZoneId: zones[index].id } }] }
  }
]
