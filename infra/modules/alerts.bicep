@description('Short name of the council.')
param name string

@description('Where the rules that read the log are kept.')
param location string

@description('Who is written to.')
param emails string[]

@description('Workspace in which the log is.')
param workspaceId string

@description('Component that asks from outside.')
param insightsId string

@description('Resource id of the site.')
param siteId string

@description('Resource id of the account of the records.')
param storageId string

@description('Address of the service.')
param address string

@description('Tags for every resource.')
param tags object

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-quorate-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'Quorate'
    enabled: true
    emailReceivers: [for (email, index) in emails: { name: 'person-${index}', emailAddress: email, useCommonAlertSchema: true }]
  }
}

// The service writes a line of JSON for each thing that happened (api/events.ts); a person is a mark in it.
var lines = 'AppServiceConsoleLogs | extend line = parse_json(ResultDescription) | extend event = tostring(line.event), level = tostring(line.level) | where isnotempty(event)'

// What each of them means, and what to do, stands in docs/operate.md under its name.
var signs = [
  {
    key: 'a-person-must-look'
    severity: 1
    query: '${lines} | where level == "error"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
    every: 'PT5M'
  }
  {
    key: 'no-sign-of-life'
    severity: 1
    // Of the site alone: the slot in which a new version is tried writes into the same log, and would speak for it.
    query: '${lines} | where _ResourceId =~ "${siteId}"'
    operator: 'LessThan'
    threshold: 1
    window: 'PT2H'
    every: 'PT30M'
  }
  {
    key: 'a-service-is-silent'
    severity: 2
    query: '${lines} | where event == "dependency.silent"'
    operator: 'GreaterThan'
    threshold: 3
    window: 'PT1H'
    every: 'PT15M'
  }
  {
    key: 'outlook-does-not-tell'
    severity: 2
    query: '${lines} | where event in ("subscription.failed", "mailbox.failed", "mailbox.closed")'
    operator: 'GreaterThan'
    threshold: 3
    window: 'PT6H'
    every: 'PT1H'
  }
  {
    key: 'messages-fail'
    severity: 2
    query: '${lines} | where event == "duty.failed"'
    operator: 'GreaterThan'
    threshold: 10
    window: 'PT1H'
    every: 'PT15M'
  }
  {
    key: 'a-nightly-job-fails'
    severity: 3
    query: '${lines} | where event in ("job.failed", "job.passed-over", "register.refused", "meetings.refused")'
    operator: 'GreaterThan'
    threshold: 0
    window: 'P1D'
    every: 'PT6H'
  }
  {
    key: 'sign-ins-are-refused'
    severity: 3
    query: '${lines} | where event in ("sign-in.refused", "bot.refused", "receipt.refused")'
    operator: 'GreaterThan'
    threshold: 50
    window: 'PT1H'
    every: 'PT15M'
  }
]

resource logRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for sign in signs: {
    name: 'quorate-${name}-${sign.key}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Quorate: ${sign.key}'
      description: 'docs/operate.md says under this name what it means and what to do.'
      severity: sign.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: sign.every
      windowSize: sign.window
      criteria: {
        allOf: [
          {
            query: sign.query
            timeAggregation: 'Count'
            operator: sign.operator
            threshold: sign.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      // The table is there only once the service has said something.
      skipQueryValidation: true
      actions: { actionGroups: [people.id] }
    }
  }
]

var places = ['emea-ru-msa-edge', 'emea-se-sto-edge', 'emea-gb-db3-azr']

resource fromOutside 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'quorate-${name}-from-outside'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'quorate-${name}-from-outside'
    Name: 'quorate-${name}-from-outside'
    Enabled: true
    Kind: 'standard'
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [for place in places: { Id: place }]
    Request: { RequestUrl: '${address}/health/ready', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'quorate-${name}-not-ready'
  location: 'global'
  tags: tags
  properties: {
    description: 'docs/operate.md says under this name what it means and what to do.'
    severity: 1
    enabled: true
    scopes: [fromOutside.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      componentId: insightsId
      webTestId: fromOutside.id
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: people.id }]
  }
}

var measures = [
  {
    key: 'an-instance-is-ill'
    severity: 2
    scope: siteId
    namespace: 'Microsoft.Web/sites'
    metric: 'HealthCheckStatus'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 100
  }
  {
    key: 'requests-fail'
    severity: 2
    scope: siteId
    namespace: 'Microsoft.Web/sites'
    metric: 'Http5xx'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 10
  }
  {
    key: 'storage-fails'
    severity: 2
    scope: storageId
    namespace: 'Microsoft.Storage/storageAccounts'
    metric: 'Availability'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 99
  }
]

resource metricRules 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for measure in measures: {
    name: 'quorate-${name}-${measure.key}'
    location: 'global'
    tags: tags
    properties: {
      description: 'docs/operate.md says under this name what it means and what to do.'
      severity: measure.severity
      enabled: true
      scopes: [measure.scope]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: measure.key
            metricNamespace: measure.namespace
            metricName: measure.metric
            timeAggregation: measure.aggregation
            operator: measure.operator
            threshold: measure.threshold
          }
        ]
      }
      autoMitigate: true
      actions: [{ actionGroupId: people.id }]
    }
  }
]
