/** A connection string to storage that listens there; the key signs and proves nothing. */
export function storageAt(url: string): string {
  const endpoints = `TableEndpoint=${url}/account;QueueEndpoint=${url}/account;BlobEndpoint=${url}/account`
  return `DefaultEndpointsProtocol=http;AccountName=account;AccountKey=${Buffer.from('a key').toString('base64')};${endpoints};`
}
